namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>One kill, before it happens.</summary>
/// <param name="Victim">Who is killed.</param>
/// <param name="Delay">How long after the last kill, or after the app serves again.</param>
/// <param name="WhileStarting">Whether it does not wait until the app serves.</param>
internal sealed record PlannedKill(Victim Victim, TimeSpan Delay, bool WhileStarting)
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMilliseconds(1500);
    private const int OneInStarting = 6;

    /// <summary>Chooses kills; the same seed chooses the same ones.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Any number.</param>
    /// <returns>The kills in order.</returns>
    public static IReadOnlyList<PlannedKill> Plan(int count, int seed)
    {
#pragma warning disable CA5394 // it is to be foreseeable
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
            new PlannedKill((Victim)random.Next(3), MaxDelay * random.NextDouble(), random.Next(OneInStarting) == 0))];
#pragma warning restore CA5394
    }
}
