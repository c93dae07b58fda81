using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.Benchmarks.Processes;

namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>
/// Many instances asleep: what they cost the host, how fast it starts with them, and how fast they wake through the worker.
/// </summary>
internal static class SleepersBenchmark
{
    private const int Trial = 1000;
    private const int Portion = 5000;
    private const double MaxMegabytes = 400;
    private const double MinWokenPerSecond = 1000;
    private const double MaxSecondsToStart = 5;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    // For the count, the stop and the start, before they are due.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(40);

    /// <summary>Measures.</summary>
    /// <param name="rivals">The storages; only SQLite is measured.</param>
    /// <returns>Three rows.</returns>
    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync(EngineRivals rivals)
    {
        var sleepers = rivals.Quick ? 5000 : 100_000;
        await using var host = await EngineRivals.StartLoadAppAsync(rivals.State("sleepers"), null);
        var due = DateTime.UtcNow + (await TrialAsync(host) * 1.3 * sleepers) + Margin;
        await PutToSleepAsync(host, sleepers, due);
        await Task.Delay(Settling);
        var memory = host.Memory / (1024.0 * 1024.0);
        await host.StopAsync();

        var watch = Stopwatch.StartNew();
        host.Start();
        await host.UntilServingAsync(EngineRivals.LoadAppPath, EngineRivals.Patience);
        var start = watch.Elapsed.TotalSeconds;
        if (due > DateTime.UtcNow)
        {
            await Task.Delay(due - DateTime.UtcNow);
        }

        await UntilAsync(host, count => count.GetProperty("woken").GetInt32() >= sleepers);
        var rate = sleepers / (DateTime.UtcNow - due).TotalSeconds;
        await host.StopAsync();
        var job = FormattableString.Invariant($"{sleepers:N0} instances asleep");
        return
        [
            Row("memory of the host", memory, "MB", $"under {MaxMegabytes}", memory < MaxMegabytes),
            Row("next start to the first answer", start, "s", $"under {MaxSecondsToStart}", start < MaxSecondsToStart),
            Row("woken, through the worker", rate, "/s", $"at least {MinWokenPerSecond}", rate >= MinWokenPerSecond),
        ];

        BenchmarkRow Row(string what, double value, string unit, string goal, bool holds) =>
            new($"{job}: {what}", "SQLite", value, "", 0, unit) { Goal = goal, Holds = holds };
    }

    /// <summary>Finds out how long it takes to put one to sleep, so that all sleep before the first is due.</summary>
    private static async Task<TimeSpan> TrialAsync(MeasuredHost host)
    {
        var watch = Stopwatch.StartNew();
        await StartAsync(host, Trial, DateTime.UtcNow);
        await UntilAsync(host, count => count.GetProperty("woken").GetInt32() >= Trial);
        return watch.Elapsed / Trial;
    }

    private static async Task PutToSleepAsync(MeasuredHost host, int sleepers, DateTime due)
    {
        for (var started = 0; started < sleepers; started += Portion)
        {
            await StartAsync(host, Math.Min(Portion, sleepers - started), due);
        }

        await UntilAsync(host, count => count.GetProperty("asleep").GetInt32() >= Trial + sleepers);
    }

    private static async Task StartAsync(MeasuredHost host, int count, DateTime due)
    {
        using var answer = await host.Client.PostAsync(new Uri($"/api/sleepers/{count}/{due.Ticks}", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task UntilAsync(MeasuredHost host, Func<JsonElement, bool> reached)
    {
        while (!reached(await host.Client.GetFromJsonAsync<JsonElement>("/api/sleepers")))
        {
            await Task.Delay(100);
        }
    }
}
