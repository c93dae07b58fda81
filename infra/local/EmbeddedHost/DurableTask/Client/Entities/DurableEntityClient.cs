using Microsoft.DurableTask.Entities;

namespace Microsoft.DurableTask.Client.Entities;

/// <summary>Signals and reads entities from outside.</summary>
public abstract class DurableEntityClient
{
    /// <summary>Makes a client.</summary>
    /// <param name="name">Its name.</param>
    protected DurableEntityClient(string name)
    {
        Name = name;
    }

    /// <summary>The client's name.</summary>
    public string Name { get; }

    /// <summary>Signals an operation.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">When it is delivered.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Ends once the signal is stored.</returns>
    public abstract Task SignalEntityAsync(
        EntityInstanceId id,
        string operationName,
        object? input = null,
        SignalEntityOptions? options = null,
        CancellationToken cancellation = default);

    /// <summary>Signals an operation without input.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="options">When it is delivered.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Ends once the signal is stored.</returns>
    public virtual Task SignalEntityAsync(
        EntityInstanceId id, string operationName, SignalEntityOptions options, CancellationToken cancellation = default) =>
        SignalEntityAsync(id, operationName, null, options, cancellation);

    /// <summary>Signals an operation without input.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Ends once the signal is stored.</returns>
    public virtual Task SignalEntityAsync(EntityInstanceId id, string operationName, CancellationToken cancellation) =>
        SignalEntityAsync(id, operationName, null, null, cancellation);

    /// <summary>Reads an entity.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="includeState">Whether its state comes along.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The entity; null when there is none.</returns>
    public abstract Task<EntityMetadata?> GetEntityAsync(
        EntityInstanceId id, bool includeState = true, CancellationToken cancellation = default);

    /// <summary>Reads an entity with its state.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The entity; null when there is none.</returns>
    public virtual Task<EntityMetadata?> GetEntityAsync(EntityInstanceId id, CancellationToken cancellation) =>
        GetEntityAsync(id, includeState: true, cancellation);

    /// <summary>Reads an entity.</summary>
    /// <typeparam name="T">The type of its state.</typeparam>
    /// <param name="id">The entity.</param>
    /// <param name="includeState">Whether its state comes along.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The entity; null when there is none.</returns>
    public abstract Task<EntityMetadata<T>?> GetEntityAsync<T>(
        EntityInstanceId id, bool includeState = true, CancellationToken cancellation = default);

    /// <summary>Reads an entity with its state.</summary>
    /// <typeparam name="T">The type of its state.</typeparam>
    /// <param name="id">The entity.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The entity; null when there is none.</returns>
    public virtual Task<EntityMetadata<T>?> GetEntityAsync<T>(EntityInstanceId id, CancellationToken cancellation) =>
        GetEntityAsync<T>(id, includeState: true, cancellation);

    /// <summary>Lists entities.</summary>
    /// <param name="filter">Which; null means all.</param>
    /// <returns>The entities.</returns>
    public abstract AsyncPageable<EntityMetadata> GetAllEntitiesAsync(EntityQuery? filter = null);

    /// <summary>Lists entities.</summary>
    /// <typeparam name="T">The type of their state.</typeparam>
    /// <param name="filter">Which; null means all.</param>
    /// <returns>The entities.</returns>
    public abstract AsyncPageable<EntityMetadata<T>> GetAllEntitiesAsync<T>(EntityQuery? filter = null);

    /// <summary>Removes what empty entities and lost locks leave behind.</summary>
    /// <param name="request">What is removed; null means everything.</param>
    /// <param name="continueUntilComplete">Whether to go on until nothing is left.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What was removed.</returns>
    public abstract Task<CleanEntityStorageResult> CleanEntityStorageAsync(
        CleanEntityStorageRequest? request = null, bool continueUntilComplete = true, CancellationToken cancellation = default);
}
