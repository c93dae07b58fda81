using System.Diagnostics;
using System.Text.Json;
using FuseDeskFlows.Benchmarks.Processes;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Benchmarks.Events;

/// <summary>
/// 5,000 deliveries for 1,000 cases, one in ten a duplicate, while the host is killed twice: accepted must be handled, once each.
/// </summary>
internal static class EventsBenchmark
{
    private const int Events = 4_500;
    private const int Duplicates = 500;
    private const int Cases = 1_000;
    private static readonly int[] KillAfter = [1_500, 3_500];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Measures.</summary>
    /// <param name="options">What was asked for; nothing of it matters here.</param>
    /// <returns>The figures.</returns>
    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options)
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxServer.StartAsync(new() { Limit = int.MaxValue });
        await using var app = new MeasuredHost(AppCommand.Create(folder.Create("state"), sandbox));
        app.Start();
        await app.UntilServingAsync(AppCommand.ServingPath, Patience);
        var deliveries = new Deliveries(app.Client);
        var watch = Stopwatch.StartNew();
        await deliveries.RunAsync(Numbers(), Cases, answered => KillAfter.Contains(answered) ? KillAndStartAsync(app) : Task.CompletedTask);
        var taken = watch.Elapsed;
        await app.UntilServingAsync(AppCommand.ServingPath, Patience);
        var runs = await new AppRuns(app.Client).EndedAsync(Events);
        return Report(deliveries, runs, taken, watch.Elapsed);
    }

    private static async Task KillAndStartAsync(MeasuredHost app)
    {
        await app.KillAsync();
        app.Start();
    }

    private static BenchmarkReport Report(Deliveries deliveries, IReadOnlyList<JsonElement> runs, TimeSpan taken, TimeSpan total)
    {
        var events = runs.Where(run => AppRuns.Is(run, "name", CaseEventFlow.Name)).ToList();
        var handled = events.Count(run => AppRuns.Is(run, "status", "completed"));
        var triages = runs.Count(run => AppRuns.Is(run, "name", CaseTriage.Name) && AppRuns.Is(run, "status", "completed"));
        if (handled != deliveries.Accepted.Count || events.Count != handled)
        {
            throw new InvalidOperationException(
                $"{deliveries.Accepted.Count} events were accepted, {events.Count} have runs, and {handled} were handled.");
        }

        var times = deliveries.Times;
        return new(
            $"{Events + Duplicates} deliveries for {Cases} cases, host killed {KillAfter.Length} times, "
                + $"on {Environment.ProcessorCount} processors",
            [
                new("each event once", "accepted", deliveries.Accepted.Count, "handled", handled, ""),
                new("what a burst costs", "triages", triages, "one an event", Events, ""),
                new("acknowledgements", "slowest", times[^1].TotalSeconds, "allowed", 1, "s") { Holds = times[^1].TotalSeconds <= 1 },
                new("acknowledgements", "99 in 100", times[times.Count * 99 / 100].TotalSeconds, "allowed", 1, "s"),
                new(
                    "deliveries a second",
                    "handled",
                    (Events + Duplicates) / total.TotalSeconds,
                    "acknowledged",
                    (Events + Duplicates) / taken.TotalSeconds,
                    "/s"),
            ]);
    }

    // The same order in every run of the benchmark.
    private static int[] Numbers()
    {
        var numbers = Enumerable.Range(0, Events).Concat(Enumerable.Range(0, Duplicates).Select(n => n * (Events / Duplicates))).ToArray();
        var state = 1u;
        for (var i = numbers.Length - 1; i > 0; i--)
        {
            state = (state * 1_664_525) + 1_013_904_223;
            var other = (int)(state % (uint)(i + 1));
            (numbers[i], numbers[other]) = (numbers[other], numbers[i]);
        }

        return numbers;
    }
}
