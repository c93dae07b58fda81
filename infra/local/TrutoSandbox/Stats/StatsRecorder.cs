using System.Globalization;

namespace FuseDeskFlows.TrutoSandbox.Stats;

/// <summary>Counts requests. Safe for many threads.</summary>
internal sealed class StatsRecorder
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, SortedDictionary<string, int>> requests = new(StringComparer.Ordinal);
    private readonly HashSet<string> seenWrites = new(StringComparer.Ordinal);
    private int total;
    private int rateLimited;
    private int writes;
    private int duplicateWrites;
    private int replayedWrites;
    private int running;
    private int maxConcurrency;

    /// <summary>A request came in.</summary>
    public void Enter()
    {
        lock (gate)
        {
            maxConcurrency = Math.Max(maxConcurrency, ++running);
        }
    }

    /// <summary>A request was answered, or dropped if <paramref name="status"/> is null.</summary>
    public void Leave(string route, int? status)
    {
        lock (gate)
        {
            running--;
            total++;
            if (status == StatusCodes.Status429TooManyRequests)
            {
                rateLimited++;
            }

            if (!requests.TryGetValue(route, out var statuses))
            {
                requests[route] = statuses = new(StringComparer.Ordinal);
            }

            var key = status?.ToString(CultureInfo.InvariantCulture) ?? "dropped";
            statuses[key] = statuses.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>A write was carried out; <paramref name="content"/> is its method, path and body.</summary>
    public void Wrote(string content)
    {
        lock (gate)
        {
            writes++;
            if (!seenWrites.Add(content))
            {
                duplicateWrites++;
            }
        }
    }

    /// <summary>A write was answered from memory.</summary>
    public void Replayed()
    {
        lock (gate)
        {
            replayedWrites++;
        }
    }

    /// <summary>Everything so far, with the quota's own windows.</summary>
    public SandboxStats Snapshot(IReadOnlyList<WindowStats> windows)
    {
        lock (gate)
        {
            return new()
            {
                Total = total,
                Requests = requests.ToDictionary(
                    request => request.Key,
                    request => (IReadOnlyDictionary<string, int>)new Dictionary<string, int>(request.Value, StringComparer.Ordinal),
                    StringComparer.Ordinal),
                RateLimited = rateLimited,
                Windows = windows,
                Writes = writes,
                DuplicateWrites = duplicateWrites,
                ReplayedWrites = replayedWrites,
                MaxConcurrency = maxConcurrency,
            };
        }
    }

    /// <summary>Back to zero; requests that are in work stay counted as such.</summary>
    public void Reset()
    {
        lock (gate)
        {
            requests.Clear();
            seenWrites.Clear();
            total = rateLimited = writes = duplicateWrites = replayedWrites = 0;
            maxConcurrency = running;
        }
    }
}
