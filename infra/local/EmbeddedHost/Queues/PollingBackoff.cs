namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>How long to wait before looking at an empty queue again: ever longer, up to a limit, and not in step with others.</summary>
internal sealed class PollingBackoff(TimeSpan limit)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private TimeSpan _current = Shortest;

    /// <summary>The next pause.</summary>
    public TimeSpan Next()
    {
        var pause = _current;
        var longer = _current * (1.8 + (0.4 * Random.Shared.NextDouble()));
        _current = longer < limit ? longer : limit;
        return pause;
    }

    /// <summary>Something was there.</summary>
    public void Reset() => _current = Shortest;
}
