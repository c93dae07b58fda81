using System.Globalization;

namespace FuseDeskFlows.TrutoSandbox.Stats;

/// <summary>Counts requests. Safe for many threads.</summary>
internal sealed class StatsRecorder
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, SortedDictionary<string, int>> _requests = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seenWrites = new(StringComparer.Ordinal);
    private int _total;
    private int _rateLimited;
    private int _writes;
    private int _duplicateWrites;
    private int _replayedWrites;
    private int _running;
    private int _maxConcurrency;

    /// <summary>A request came in.</summary>
    public void Enter()
    {
        lock (_gate)
        {
            _maxConcurrency = Math.Max(_maxConcurrency, ++_running);
        }
    }

    /// <summary>A request was answered, or dropped if <paramref name="status"/> is null.</summary>
    public void Leave(string route, int? status)
    {
        lock (_gate)
        {
            _running--;
            _total++;
            if (status == StatusCodes.Status429TooManyRequests)
            {
                _rateLimited++;
            }

            if (!_requests.TryGetValue(route, out var statuses))
            {
                _requests[route] = statuses = new(StringComparer.Ordinal);
            }

            var key = status?.ToString(CultureInfo.InvariantCulture) ?? "dropped";
            statuses[key] = statuses.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>A write was carried out; <paramref name="content"/> is its method, path and body.</summary>
    public void Wrote(string content)
    {
        lock (_gate)
        {
            _writes++;
            if (!_seenWrites.Add(content))
            {
                _duplicateWrites++;
            }
        }
    }

    /// <summary>A write was answered from memory.</summary>
    public void Replayed()
    {
        lock (_gate)
        {
            _replayedWrites++;
        }
    }

    /// <summary>Everything so far, with the quota's own windows.</summary>
    public SandboxStats Snapshot(IReadOnlyList<WindowStats> windows)
    {
        lock (_gate)
        {
            return new()
            {
                Total = _total,
                Requests = _requests.ToDictionary(
                    request => request.Key,
                    request => (IReadOnlyDictionary<string, int>)new Dictionary<string, int>(request.Value, StringComparer.Ordinal),
                    StringComparer.Ordinal),
                RateLimited = _rateLimited,
                Windows = windows,
                Writes = _writes,
                DuplicateWrites = _duplicateWrites,
                ReplayedWrites = _replayedWrites,
                MaxConcurrency = _maxConcurrency,
            };
        }
    }

    /// <summary>Back to zero; requests that are in work stay counted as such.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _requests.Clear();
            _seenWrites.Clear();
            _total = _rateLimited = _writes = _duplicateWrites = _replayedWrites = 0;
            _maxConcurrency = _running;
        }
    }
}
