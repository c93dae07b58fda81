namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>Activities one after another, and side by side, through host and worker.</summary>
internal static class ActivitiesBenchmark
{
    private const int MinFactorInARow = 6;
    private const int MinFactorAtOnce = 10;

    /// <summary>Measures.</summary>
    /// <param name="rivals">The storages.</param>
    /// <returns>Two rows.</returns>
    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync(EngineRivals rivals)
    {
        var (row, many) = rivals.Quick ? (100, 200) : (500, 1000);
        var sqlite = await MeasureAsync(rivals, "activities-sqlite", null, row, many);
        var azure = await MeasureAsync(rivals, "activities-azure", await rivals.AccountAsync(), row, many);
        return
        [
            EngineBenchmark.Against($"{row} activities in a row", sqlite.Row, azure.Row, MinFactorInARow),
            EngineBenchmark.Against($"{many} activities side by side", sqlite.Many, azure.Many, MinFactorAtOnce),
        ];
    }

    private static async Task<(TimeSpan Row, TimeSpan Many)> MeasureAsync(
        EngineRivals rivals, string state, string? account, int row, int many)
    {
        await using var host = await EngineRivals.StartLoadAppAsync(rivals.State(state), account);
        var times = (Row: await MedianAsync("Sequence", row), Many: await MedianAsync("FanOut", many));
        await host.StopAsync();
        return times;

        async Task<TimeSpan> MedianAsync(string name, int count)
        {
            var seconds = new List<double>();
            for (var round = 0; round < rivals.Rounds; round++)
            {
                seconds.Add((await EngineRivals.RunAsync(host, name, count)).TotalSeconds);
            }

            return TimeSpan.FromSeconds(Numbers.Median(seconds));
        }
    }
}
