using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using FuseDeskFlows.EmbeddedHost.Engine.Tracing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Engine.Client;

/// <summary>The engine's client for entities.</summary>
internal sealed class EngineEntityClient(string hubName, Func<StoreWriter> writer, StoreReader reader, DataConverter converter) : DurableEntityClient(hubName)
{
    public override Task SignalEntityAsync(
        EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationName);
        if (id == default)
        {
            throw new ArgumentException("An entity needs an id.", nameof(id));
        }

        var signal = new Message(0, id.ToString(), HistoryKind.EntityOperationSignaled)
        {
            Name = operationName,
            Data = converter.Serialize(input),
            DueAt = options?.SignalTime,
            Trace = DurableSpans.AreWanted ? TraceLink.Current : null,
        };
        return writer().WriteAsync(store =>
        {
            store.Send(signal);
            return true;
        }).WaitAsync(cancellation);
    }

    public override Task<EntityMetadata?> GetEntityAsync(EntityInstanceId id, bool includeState = true, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(reader.Entity(id.ToString()) is { State: not null } row ? Describe(row, includeState) : null);
    }

    public override Task<EntityMetadata<T>?> GetEntityAsync<T>(EntityInstanceId id, bool includeState = true, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(reader.Entity(id.ToString()) is { State: not null } row ? Describe<T>(row, includeState) : null);
    }

    public override AsyncPageable<EntityMetadata> GetAllEntitiesAsync(EntityQuery? filter = null) => All(filter ?? new(), Describe);

    public override AsyncPageable<EntityMetadata<T>> GetAllEntitiesAsync<T>(EntityQuery? filter = null) => All(filter ?? new(), Describe<T>);

    /// <summary>Nothing is left behind here: an entity without state has no row, and locks end with the orchestration that holds them.</summary>
    public override Task<CleanEntityStorageResult> CleanEntityStorageAsync(
        CleanEntityStorageRequest? request = null, bool continueUntilComplete = true, CancellationToken cancellation = default) =>
        Task.FromResult(default(CleanEntityStorageResult));

    private EntityMetadata Describe(EntityRow row, bool withState) =>
        new(EntityInstanceId.FromString(row.Id), withState ? new SerializedData(row.State!, converter) : null)
        {
            LastModifiedTime = row.UpdatedAt,
            BacklogQueueSize = row.Backlog,
            LockedBy = row.LockedBy,
        };

    private EntityMetadata<T> Describe<T>(EntityRow row, bool withState)
    {
        var id = EntityInstanceId.FromString(row.Id);
        return withState
            ? new(id, converter.Deserialize<T>(row.State)) { LastModifiedTime = row.UpdatedAt, BacklogQueueSize = row.Backlog, LockedBy = row.LockedBy }
            : new(id) { LastModifiedTime = row.UpdatedAt, BacklogQueueSize = row.Backlog, LockedBy = row.LockedBy };
    }

    private AsyncPageable<TMetadata> All<TMetadata>(EntityQuery filter, Func<EntityRow, bool, TMetadata> describe)
        where TMetadata : notnull
        => Pageable.Create((token, hint, cancellation) =>
        {
            cancellation.ThrowIfCancellationRequested();
            var size = hint ?? filter.PageSize ?? EntityQuery.DefaultPageSize;
            var rows = reader.Page(filter, size + 1, token ?? filter.ContinuationToken);
            return Task.FromResult(new Page<TMetadata>(
                [.. rows.Take(size).Select(row => describe(row, filter.IncludeState))], rows.Count > size ? rows[size - 1].Id : null));
        });
}
