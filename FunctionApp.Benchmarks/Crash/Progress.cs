namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>Tells a person who waits how far it is.</summary>
internal static class Progress
{
    private const int Every = 10;

    /// <summary>Tells it on stderr, every ten kills.</summary>
    /// <param name="all">How many kills there are.</param>
    /// <returns>What is to be called after each.</returns>
    public static Action<int> Tell(int all) => done =>
    {
        if (done % Every == 0)
        {
            Console.Error.WriteLine($"{done} of {all} kills");
        }
    };
}
