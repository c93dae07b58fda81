namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>How long to wait before looking at an empty queue again: ever longer, up to a limit, and not in step with others.</summary>
internal sealed class PollingBackoff(TimeSpan limit)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private TimeSpan current = Shortest;

    /// <summary>The next pause.</summary>
    public TimeSpan Next()
    {
        var pause = current;
        var longer = current * (1.8 + (0.4 * Random.Shared.NextDouble()));
        current = longer < limit ? longer : limit;
        return pause;
    }

    /// <summary>Something was there.</summary>
    public void Reset() => current = Shortest;
}
