using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Engine.Entities;

/// <summary>An entity's state during a batch of operations; what a failed operation wrote is taken back.</summary>
internal sealed class EntityStateSlot(DataConverter converter, string? stored) : TaskEntityState
{
    private string? _committed = stored;

    /// <summary>The state as text; null when there is none.</summary>
    public string? Text { get; private set; } = stored;

    public override bool HasState => Text is not null;

    public override object? GetState(Type type) => converter.Deserialize(Text, type);

    public override void SetState(object? state) => Text = converter.Serialize(state);

    public void Commit() => _committed = Text;

    public void Rollback() => Text = _committed;
}
