using Microsoft.DurableTask.Entities;

namespace Microsoft.DurableTask.Client.Entities;

/// <summary>An entity, as a client sees it, with its state as text.</summary>
public sealed class EntityMetadata : EntityMetadata<SerializedData>
{
    /// <summary>Describes an entity.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="state">Its state; null when it is not asked for.</param>
    public EntityMetadata(EntityInstanceId id, SerializedData? state = null)
        : base(id, state)
    {
    }
}
