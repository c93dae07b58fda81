namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>Whether a step costs more when many have gone before it.</summary>
internal static class LongSequenceBenchmark
{
    private const double MaxFactor = 1.3;
    private const int Warm = 500;
    private const int Early = 100;
    private const int Around = 50;

    /// <summary>Measures.</summary>
    /// <param name="rivals">The storages; only SQLite is measured.</param>
    /// <returns>One row.</returns>
    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync(EngineRivals rivals)
    {
        var steps = rivals.Quick ? 1000 : 10_000;
        await using var host = await EngineRivals.StartLoadAppAsync(rivals.State("long"), null);
        // Else the early steps pay for what is compiled once.
        await EngineRivals.RunAsync(host, "Sequence", Warm);
        await EngineRivals.RunAsync(host, "Sequence", steps);
        var early = await MeanAsync(Early - Around, Early + Around);
        var late = await MeanAsync(steps - (Around * 2) - 1, steps - 1);
        await host.StopAsync();
        return
        [
            new("a step of a long sequence", FormattableString.Invariant($"step {steps:N0}"), late, $"step {Early}", early, "ms")
            {
                Goal = $"at least {1 / MaxFactor:0.00}",
                Holds = late <= early * MaxFactor,
            },
        ];

        async Task<double> MeanAsync(int first, int last) =>
            Numbers.Parse(await host.Client.GetStringAsync(new Uri($"/api/steps/{first}/{last}", UriKind.Relative)));
    }
}
