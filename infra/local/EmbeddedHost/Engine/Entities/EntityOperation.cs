using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Engine.Entities;

/// <summary>One operation of a batch, as the entity sees it.</summary>
internal sealed class EntityOperation(Message message, EntityBatchContext context, EntityStateSlot state, DataConverter converter) : TaskEntityOperation
{
    public override string Name => message.Name!;

    public override TaskEntityContext Context => context;

    public override TaskEntityState State => state;

    public override bool HasInput => message.Data is not null;

    public override object? GetInput(Type inputType) => converter.Deserialize(message.Data, inputType);
}
