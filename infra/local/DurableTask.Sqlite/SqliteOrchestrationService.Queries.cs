using DurableSqlite.Queries;
using DurableSqlite.Storage;
using DurableTask.Core;
using DurableTask.Core.Query;

namespace DurableSqlite;

/// <content>Lists and purges.</content>
public sealed partial class SqliteOrchestrationService : IOrchestrationServiceQueryClient, IOrchestrationServicePurgeClient
{
    private const int PurgePage = 200;
    private const int PagesFreedAtOnce = 256;

    private static readonly OrchestrationStatus[] Finished =
        [OrchestrationStatus.Completed, OrchestrationStatus.Failed, OrchestrationStatus.Terminated, OrchestrationStatus.Canceled];

    /// <inheritdoc/>
    public Task<OrchestrationQueryResult> GetOrchestrationWithQueryAsync(OrchestrationQuery query, CancellationToken cancellationToken)
    {
        var (rows, next) = SelectPage(query.ContinuationToken, query.PageSize, new InstanceFilter
        {
            Kind = query.ExcludeEntities ? InstanceKind.Orchestration : null,
            Statuses = query.RuntimeStatus is { Count: > 0 } statuses ? [.. statuses] : null,
            IdPrefix = query.InstanceIdPrefix,
            CreatedFrom = query.CreatedTimeFrom,
            CreatedTo = query.CreatedTimeTo,
            WithPayloads = query.FetchInputsAndOutputs,
        });
        return Task.FromResult(new OrchestrationQueryResult(rows.ConvertAll(row => row.ToState()), next));
    }

    /// <summary>Purges an instance that has finished, or an entity, which leaves the messages that wait for it. What runs stays.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <returns>How many were purged: 1 or 0.</returns>
    public Task<PurgeResult> PurgeInstanceStateAsync(string instanceId) =>
        PurgeAsync(instanceId, (_, row) => row is { IsFinished: true } or { Kind: InstanceKind.Entity });

    /// <summary>Purges an instance if the transaction that does so finds it to be one that is to go.</summary>
    internal async Task<PurgeResult> PurgeAsync(string instanceId, Func<Database, InstanceRow, bool> isToGo)
    {
        Open();
        InstanceRow? purged = null;
        await _store.WriteAsync(
            database =>
            {
                var row = InstanceTable.FindWithPayloads(database, instanceId);
                purged = row is not null && isToGo(database, row) ? row : null;
                if (purged is { Kind: InstanceKind.Entity })
                {
                    InstanceTable.DeleteRow(database, purged.Id);
                }
                else if (purged is not null)
                {
                    InstanceTable.Delete(database, purged);
                }
            },
            () => Forget(purged));
        return new PurgeResult(purged is null ? 0 : 1);
    }

    /// <summary>Purges orchestrations that have finished; statuses of others in the filter match nothing.</summary>
    /// <param name="purgeInstanceFilter">Which ones.</param>
    /// <returns>How many, and with a time limit whether that was all.</returns>
    public async Task<PurgeResult> PurgeInstanceStateAsync(PurgeInstanceFilter purgeInstanceFilter)
    {
        OrchestrationStatus[] given = [.. purgeInstanceFilter.RuntimeStatus ?? []];
        InstanceFilter filter = new()
        {
            Kind = InstanceKind.Orchestration,
            Statuses = given.Length > 0 ? [.. given.Where(InstanceTable.IsFinished)] : Finished,
            CreatedFrom = purgeInstanceFilter.CreatedTimeFrom,
            CreatedTo = purgeInstanceFilter.CreatedTimeTo,
        };
        using var limit = purgeInstanceFilter.Timeout is { } timeout ? new CancellationTokenSource(timeout, _settings.Time) : null;
        var (count, isComplete) = await PurgeAsync(filter, limit?.Token ?? CancellationToken.None);
        return limit is null ? new PurgeResult(count) : new PurgeResult(count, isComplete);
    }

    /// <inheritdoc/>
    public Task PurgeOrchestrationHistoryAsync(DateTime thresholdDateTimeUtc, OrchestrationStateTimeRangeFilterType timeRangeFilterType)
    {
        var filter = timeRangeFilterType switch
        {
            OrchestrationStateTimeRangeFilterType.OrchestrationCreatedTimeFilter => new InstanceFilter { CreatedTo = thresholdDateTimeUtc },
            OrchestrationStateTimeRangeFilterType.OrchestrationLastUpdatedTimeFilter => new() { UpdatedTo = thresholdDateTimeUtc },
            _ => new() { CompletedTo = thresholdDateTimeUtc },
        };
        return PurgeAsync(filter with { Kind = InstanceKind.Orchestration, Statuses = Finished }, CancellationToken.None);
    }

    internal T Read<T>(Func<Database, T> read)
    {
        Open();
        return _store.Read(read);
    }

    /// <summary>A page by the ids' order, and the token of the next one; null where this was the last.</summary>
    internal (List<InstanceRow> Rows, string? Next) SelectPage(string? token, int size, InstanceFilter filter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (!ContinuationToken.TryRead(token, out var after))
        {
            return ([], null);
        }

        if (size == 0)
        {
            return ([], null);
        }

        // One more than the page has tells whether there is another page.
        var rows = Read(database => (filter with { After = after }).Select(database, size < int.MaxValue ? size + 1 : size));
        return rows.Count <= size ? (rows, null) : (rows[..size], ContinuationToken.Write(rows[size - 1].InstanceId));
    }

    private async Task<int> PurgeCompletedBeforeAsync(DateTime time)
    {
        InstanceFilter filter = new() { Kind = InstanceKind.Orchestration, Statuses = Finished, CompletedTo = time };
        return (await PurgeAsync(filter, CancellationToken.None)).Count;
    }

    /// <summary>In pages, so that others get their turn; then the file is made smaller.</summary>
    private async Task<(int Count, bool IsComplete)> PurgeAsync(InstanceFilter filter, CancellationToken limit)
    {
        Open();
        var count = 0;
        List<InstanceRow> page;
        do
        {
            page = [];
            await _store.WriteAsync(
                database =>
                {
                    page = filter.Select(database, PurgePage);
                    page.ForEach(row => InstanceTable.Delete(database, row));
                },
                () => page.ForEach(Forget));
            count += page.Count;
        }
        while (page.Count == PurgePage && !limit.IsCancellationRequested);

        if (count > 0)
        {
            await ShrinkAsync();
        }

        return (count, page.Count < PurgePage);
    }

    private async Task ShrinkAsync()
    {
        var free = 0L;
        do
        {
            await _store.WriteAsync(database =>
            {
                database.Query($"PRAGMA incremental_vacuum({PagesFreedAtOnce})", _ => 0); // a row a page: each must be read
                free = database.Scalar<long>("PRAGMA freelist_count");
            });
        }
        while (free > 0);

        await _store.TruncateAsync();
    }
}
