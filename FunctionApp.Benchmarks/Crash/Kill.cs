namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>One kill that happened.</summary>
/// <param name="Victim">Who was killed.</param>
/// <param name="At">When, in ticks of the machine's monotonic clock.</param>
internal sealed record Kill(Victim Victim, long At)
{
    /// <summary>Whether a worker died that had a living host, which then tells callers that what it did has failed.</summary>
    public bool OfWorkerAlone => Victim == Victim.Worker;
}
