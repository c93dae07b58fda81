namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>Numbers messages upwards from 1; those that must come before all others, downwards from -1.</summary>
internal sealed class MessageNumbers(long lowest, long highest)
{
    private long _lowest = Math.Min(lowest, 0);
    private long _highest = Math.Max(highest, 0);

    public long Next() => ++_highest;

    /// <summary>The first of so many numbers in a row that are below all given out before.</summary>
    public long First(int count) => _lowest -= count;
}
