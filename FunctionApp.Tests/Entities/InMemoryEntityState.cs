using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Tests.Entities;

/// <summary>The state of an entity of <see cref="InMemoryEntities"/>.</summary>
internal sealed class InMemoryEntityState : TaskEntityState
{
    public object? Value { get; set; }

    public override bool HasState => Value is not null;

    public override object? GetState(Type type) => Value;

    public override void SetState(object? state) => Value = state;
}
