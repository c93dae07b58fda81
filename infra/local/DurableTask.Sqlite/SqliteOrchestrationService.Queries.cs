using System.Text;
using DurableTask.Core.Query;

namespace DurableSqlite;

/// <content>Lists, purges and retention.</content>
public sealed partial class SqliteOrchestrationService : IOrchestrationServiceQueryClient, IOrchestrationServicePurgeClient
{
    private const int PurgePage = 200;

    /// <inheritdoc/>
    public Task<OrchestrationQueryResult> GetOrchestrationWithQueryAsync(OrchestrationQuery query, CancellationToken cancellationToken)
    {
        var (rows, next) = SelectPage(query.ContinuationToken, query.PageSize, new InstanceFilter
        {
            IsEntity = query.ExcludeEntities ? false : null,
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
        PurgeAsync(instanceId, (_, row) => row.IsFinished || row.IsEntity);

    /// <summary>Purges orchestrations that have finished; statuses of others in the filter match nothing.</summary>
    /// <param name="purgeInstanceFilter">Which ones.</param>
    /// <returns>How many, and with a time limit whether that was all.</returns>
    public async Task<PurgeResult> PurgeInstanceStateAsync(PurgeInstanceFilter purgeInstanceFilter)
    {
        OrchestrationStatus[] given = [.. purgeInstanceFilter.RuntimeStatus ?? []];
        InstanceFilter filter = new()
        {
            Statuses = given.Length > 0 ? [.. given.Where(InstanceTable.IsFinished)] : InstanceTable.Finished,
            CreatedFrom = purgeInstanceFilter.CreatedTimeFrom,
            CreatedTo = purgeInstanceFilter.CreatedTimeTo,
        };
        using var limit = purgeInstanceFilter.Timeout is { } timeout ? new CancellationTokenSource(timeout, _settings.Time) : null;
        var (count, isComplete) = await PurgeAsync(filter, limit?.Token ?? CancellationToken.None);
        return limit is null ? new PurgeResult(count) : new PurgeResult(count, isComplete);
    }

    Task IOrchestrationServiceClient.PurgeOrchestrationHistoryAsync(
        DateTime thresholdDateTimeUtc, OrchestrationStateTimeRangeFilterType timeRangeFilterType) =>
        PurgeAsync(timeRangeFilterType switch
        {
            OrchestrationStateTimeRangeFilterType.OrchestrationCreatedTimeFilter => new InstanceFilter { CreatedTo = thresholdDateTimeUtc },
            OrchestrationStateTimeRangeFilterType.OrchestrationLastUpdatedTimeFilter => new() { UpdatedTo = thresholdDateTimeUtc },
            _ => new() { CompletedTo = thresholdDateTimeUtc },
        });

    /// <summary>Purges an instance if the transaction that does so finds it to be one that is to go.</summary>
    internal async Task<PurgeResult> PurgeAsync(string instanceId, Func<Database, InstanceRow, bool> isToGo)
    {
        Open();
        var purged = await Store.CommitAsync(
            database =>
            {
                if (InstanceTable.Find(database, instanceId, withPayloads: true) is not { } row || !isToGo(database, row))
                {
                    return null;
                }

                InstanceTable.Delete(database, row);
                return row;
            },
            row => Forget(row));
        return new PurgeResult(purged is null ? 0 : 1);
    }

    /// <summary>A page by the ids' order, and the next one's token; null where this was the last, or the token is none of ours.</summary>
    internal (List<InstanceRow> Rows, string? Next) SelectPage(string? token, int size, InstanceFilter filter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var after = new byte[token?.Length ?? 0]; // the last id of the page before, in characters that every header takes
        if (!Convert.TryFromBase64String(token ?? "", after, out var length) || size == 0)
        {
            return ([], null);
        }

        // One more than the page has tells whether there is another page.
        filter = filter with { After = length == 0 ? null : Encoding.UTF8.GetString(after, 0, length) };
        var rows = Read(database => filter.Select(database, size < int.MaxValue ? size + 1 : size));
        return rows.Count <= size ? (rows, null)
            : (rows[..size], Convert.ToBase64String(Encoding.UTF8.GetBytes(rows[size - 1].InstanceId)));
    }

    /// <summary>Orchestrations that have finished, in pages, so that others get their turn; then the file is made smaller.</summary>
    private async Task<(int Count, bool IsComplete)> PurgeAsync(InstanceFilter filter, CancellationToken limit = default)
    {
        Open();
        filter = filter with { IsEntity = false, Statuses = filter.Statuses ?? InstanceTable.Finished };
        var count = 0;
        List<InstanceRow> page;
        do
        {
            page = await Store.CommitAsync(
                database =>
                {
                    var rows = filter.Select(database, PurgePage);
                    rows.ForEach(row => InstanceTable.Delete(database, row));
                    return rows;
                },
                rows => rows.ForEach(row => Forget(row)));
            count += page.Count;
        }
        while (page.Count == PurgePage && !limit.IsCancellationRequested);

        if (count > 0)
        {
            await Store.ShrinkAsync();
        }

        return (count, page.Count < PurgePage);
    }

    /// <summary>Purges what ended longer ago than it is kept: now, and from now on in steps of a tenth of that time.</summary>
    private void StartSweeps()
    {
        if (_settings.Retention is { } kept)
        {
            var step = TimeSpan.FromTicks(Math.Clamp(kept.Ticks / 10, TimeSpan.TicksPerMinute, TimeSpan.TicksPerHour));
            _sweep = _settings.Time.CreateTimer(_ => _ = SweepAsync(kept), null, TimeSpan.Zero, step);
        }
    }

    private async Task SweepAsync(TimeSpan kept)
    {
        try
        {
            var before = Now - kept;
            var (count, _) = await PurgeAsync(new InstanceFilter { CompletedTo = before });
            if (count > 0)
            {
                _logger.InstancesExpired(count, before);
            }
        }
        catch (Exception e) when (e is SqliteStorageException or ObjectDisposedException)
        {
            _logger.SweepFailed(e);
        }
    }
}
