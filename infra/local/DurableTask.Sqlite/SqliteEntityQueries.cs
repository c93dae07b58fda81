using DurableTask.Core.Entities;

namespace DurableSqlite;

internal sealed class SqliteEntityQueries(SqliteOrchestrationService service) : EntityBackendQueries
{
    private const int DefaultPage = 100;
    private const int CleaningPage = 500;

    public override Task<EntityMetadata?> GetEntityAsync(
        EntityId id, bool includeState = false, bool includeStateless = false, CancellationToken cancellation = default)
    {
        var row = service.Read(database => InstanceTable.Find(database, id.ToString(), withPayloads: true));
        return Task.FromResult(row is null ? null : ToMetadata(row, includeState, includeStateless));
    }

    public override Task<EntityQueryResult> QueryEntitiesAsync(EntityQuery query, CancellationToken cancellation)
    {
        var (rows, next) = service.SelectPage(query.ContinuationToken, query.PageSize ?? DefaultPage, new InstanceFilter
        {
            IsEntity = true,
            IdPrefix = query.InstanceIdStartsWith,
            UpdatedFrom = query.LastModifiedFrom,
            UpdatedTo = query.LastModifiedTo,
            WithPayloads = true,
        });
        return Task.FromResult(new EntityQueryResult
        {
            Results = [.. rows.Select(row => ToMetadata(row, query.IncludeState, query.IncludeTransient)).OfType<EntityMetadata>()],
            ContinuationToken = next,
        });
    }

    public override async Task<CleanEntityStorageResult> CleanEntityStorageAsync(
        CleanEntityStorageRequest request = default, CancellationToken cancellation = default)
    {
        InstanceFilter filter = new() { IsEntity = true, WithPayloads = true };
        var (rows, next) = service.SelectPage(request.ContinuationToken, CleaningPage, filter);
        CleanEntityStorageResult result = new() { ContinuationToken = next };
        foreach (var row in rows)
        {
            var owner = ClientEntityHelpers.GetEntityStatus(row.CustomStatus)?.LockedBy;
            if (request.ReleaseOrphanedLocks && owner is not null && !IsRunning(owner))
            {
                OrchestrationInstance entity = new() { InstanceId = row.InstanceId };
                var unlock = ClientEntityHelpers.EmitUnlockForOrphanedLock(entity, owner);
                await service.SendTaskOrchestrationMessageAsync(unlock.AsTaskMessage());
                result.OrphanedLocksReleased++;
            }
            else if (request.RemoveEmptyEntities && IsEmpty(row))
            {
                result.EmptyEntitiesRemoved += (await service.PurgeAsync(row.InstanceId, IsIdle)).DeletedInstanceCount;
            }
        }

        return result;
    }

    private static bool IsEmpty(InstanceRow row) => ClientEntityHelpers.GetEntityState(row.Input) is null
        && ClientEntityHelpers.GetEntityStatus(row.CustomStatus) is null or { LockedBy: null, BacklogQueueSize: 0 };

    /// <summary>An empty entity that nothing is on its way to; what is being worked on is in the inbox until its commit.</summary>
    private static bool IsIdle(Database database, InstanceRow row) => row.IsEntity && IsEmpty(row)
        && database.Scalar<long>("SELECT count(*) FROM Inbox WHERE InstanceId = @0", row.InstanceId) == 0;

    private static EntityMetadata? ToMetadata(InstanceRow row, bool includeState, bool includeStateless)
    {
        var status = ClientEntityHelpers.GetEntityStatus(row.CustomStatus);
        var state = ClientEntityHelpers.GetEntityState(row.Input);
        return state is null && !includeStateless ? null : new EntityMetadata
        {
            EntityId = EntityId.FromString(row.InstanceId),
            LastModifiedTime = row.Updated,
            BacklogQueueSize = status?.BacklogQueueSize ?? 0,
            LockedBy = status?.LockedBy,
            SerializedState = includeState ? state : null,
        };
    }

    private bool IsRunning(string instanceId) =>
        service.Read(database => InstanceTable.Find(database, instanceId)) is { IsFinished: false };
}
