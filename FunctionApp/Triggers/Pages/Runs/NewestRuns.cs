using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Pages.Runs;

/// <summary>
/// Lists runs, the newest first. Stores list them by id, or in no order at all, so that spans of time are asked for, back from the present:
/// short ones where many runs were started, long ones where few were. How long one was that sufficed is tried first the next time.
/// </summary>
public sealed class NewestRuns
{
    private const int MaxInSpan = 150;
    private const int MaxQueries = 40;
    private const int Factor = 4;
    private static readonly TimeSpan FirstSpan = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(365);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, TimeSpan> _sufficed = new(StringComparer.Ordinal);

    /// <summary>Reads a page, without inputs and outputs.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="filter">Which runs.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// The runs; and where the next page begins, null at the end. A page may be shorter than asked for where many runs had to be looked
    /// through.
    /// </returns>
    internal async Task<(IReadOnlyList<OrchestrationMetadata> Runs, RunCursor? Next)> ReadAsync(
        DurableTaskClient client, RunFilter filter, int top, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var oldest = filter.Since ?? now - LongestSpan;
        var newest = filter.After?.CreatedAt ?? now;
        var (from, to) = (newest, filter.After is null ? now + ClockSkew : newest);
        var span = _sufficed.GetValueOrDefault(filter.Kind, FirstSpan);
        var found = new List<OrchestrationMetadata>();
        for (var query = 0; query < MaxQueries && found.Count <= top && from > oldest; query++)
        {
            var start = from - span > oldest ? from - span : oldest;
            if (await ReadSpanAsync(client, filter, start, to, cancellationToken) is not { } runs)
            {
                span /= Factor;
                continue;
            }

            found.AddRange(runs.Where(filter.Matches));
            (from, to) = (start, start);
            span = span * Factor < LongestSpan ? span * Factor : LongestSpan;
        }

        _sufficed[filter.Kind] = newest - from > ShortestSpan ? newest - from : ShortestSpan;

        // What a span begins with may be in the one before as well.
        var page = found.DistinctBy(run => run.InstanceId, StringComparer.Ordinal).Order(RunCursor.Order).ToList();
        return page.Count > top ? (page[..top], RunCursor.Of(page[top - 1]))
            : from > oldest ? (page, new RunCursor(from, "~"))
            : (page, null);
    }

    // Null if there are too many to sort.
    private static async Task<List<OrchestrationMetadata>?> ReadSpanAsync(
        DurableTaskClient client, RunFilter filter, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var query = new OrchestrationQuery(
            CreatedFrom: from, CreatedTo: to, Statuses: filter.Statuses, InstanceIdPrefix: filter.IdPrefix, PageSize: MaxInSpan);
        var runs = new List<OrchestrationMetadata>();
        await foreach (var page in client.GetAllInstancesAsync(query).AsPages(null, MaxInSpan).WithCancellation(cancellationToken))
        {
            runs.AddRange(page.Values);
            if (page.ContinuationToken is null)
            {
                return runs;
            }

            if (runs.Count >= MaxInSpan && to - from > ShortestSpan)
            {
                return null;
            }
        }

        return runs;
    }
}
