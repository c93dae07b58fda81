using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Tests.Entities;

/// <summary>One operation on an entity of <see cref="InMemoryEntities"/>.</summary>
internal sealed class InMemoryEntityOperation(string name, object? input, object? state) : TaskEntityOperation
{
    public InMemoryEntityState Slot { get; } = new() { Value = state };

    public override string Name => name;

    public override TaskEntityContext Context => null!;

    public override TaskEntityState State => Slot;

    public override bool HasInput => input is not null;

    public override object? GetInput(Type inputType) => input;
}
