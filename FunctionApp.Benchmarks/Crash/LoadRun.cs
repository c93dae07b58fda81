using System.Diagnostics;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>One run of the load.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Number">Its number among all.</param>
internal sealed record LoadRun(RunKind Kind, int Number)
{
    /// <summary>Its instance id.</summary>
    public string Id => $"{Kind.Name}-{Number}";

    /// <summary>When it was about to be started, in ticks of the machine's monotonic clock.</summary>
    public long Started { get; } = Stopwatch.GetTimestamp();

    /// <summary>When its end was seen, in ticks of the machine's monotonic clock; null before.</summary>
    public long? EndSeen { get; set; }

    /// <summary>How often each event may have been taken: once, but again for each time that it was sent and no answer came.</summary>
    public Dictionary<string, int> Sent { get; } = new(StringComparer.Ordinal);
}
