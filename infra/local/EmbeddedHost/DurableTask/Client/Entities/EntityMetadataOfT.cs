using System.Diagnostics.CodeAnalysis;
using Microsoft.DurableTask.Entities;

namespace Microsoft.DurableTask.Client.Entities;

/// <summary>An entity, as a client sees it.</summary>
/// <typeparam name="TState">The type of its state.</typeparam>
public class EntityMetadata<TState>
{
    private readonly TState? _state;

    /// <summary>Describes an entity without its state.</summary>
    /// <param name="id">The entity.</param>
    public EntityMetadata(EntityInstanceId id)
    {
        if (id == default)
        {
            throw new ArgumentException("An entity needs an id.", nameof(id));
        }

        Id = id;
    }

    /// <summary>Describes an entity.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="state">Its state.</param>
    public EntityMetadata(EntityInstanceId id, TState? state)
        : this(id)
    {
        IncludesState = state is not null;
        _state = state;
    }

    /// <summary>The entity.</summary>
    public EntityInstanceId Id { get; }

    /// <summary>When it last ran an operation.</summary>
    public DateTimeOffset LastModifiedTime { get; init; }

    /// <summary>How many operations wait for it.</summary>
    public int BacklogQueueSize { get; init; }

    /// <summary>The orchestration that holds its lock; null when none does.</summary>
    public string? LockedBy { get; init; }

    /// <summary>Whether the state is here.</summary>
    [MemberNotNullWhen(true, nameof(State))]
    [MemberNotNullWhen(true, nameof(_state))]
    public bool IncludesState { get; }

    /// <summary>The state.</summary>
    /// <exception cref="InvalidOperationException">The state is not here.</exception>
    public TState State => IncludesState
        ? _state
        : throw new InvalidOperationException($"There is no state to read when {nameof(IncludesState)} is false.");
}
