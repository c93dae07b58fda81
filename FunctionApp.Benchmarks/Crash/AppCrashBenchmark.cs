using System.Text.Json;
using FuseDeskFlows.Benchmarks.Events;
using FuseDeskFlows.Benchmarks.Processes;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>The app itself is killed under triages and case events, with a FuseDesk that outlives it and counts its calls.</summary>
internal static class AppCrashBenchmark
{
    // What the app's host.json lets run side by side: as many calls may be in flight when something is killed.
    private const int CallsAtOnce = 10;

    private static readonly TimeSpan MaxCall = TimeSpan.FromSeconds(20);

    /// <summary>Kills.</summary>
    /// <param name="options">How often, and by which seed.</param>
    /// <returns>What was found.</returns>
    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options)
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxServer.StartAsync(new() { Limit = int.MaxValue, Latency = TimeSpan.FromMilliseconds(20) });
        await using var host = new MeasuredHost(AppCommand.Create(folder.Create("state"), sandbox));
        host.Client.Timeout = MaxCall;
        host.Start();
        var violations = new Violations();
        var killer = new Killer(host, AppCommand.ServingPath, violations);
        await killer.UntilServingAsync();

        var load = new AppLoad(host.Client, () => (double)killer.Kills.Count / options.Kills);
        var loading = load.RunAsync();
        await killer.RunAsync(PlannedKill.Plan(options.Kills, options.Seed), Progress.Tell(options.Kills));
        await loading;
        var runs = new AppRuns(host.Client);
        var ended = await runs.EndedAsync(load.Accepted);
        foreach (var run in ended.Where(run => !AppRuns.Is(run, "status", "completed")))
        {
            violations.Add($"a {run.GetProperty("name")} did not complete: {await runs.ReadAsync(run)}");
        }

        var events = ended.Count(run => AppRuns.Is(run, "name", CaseEventFlow.Name));
        if (events != load.Accepted)
        {
            violations.Add($"{load.Accepted} events were accepted, and {events} have runs");
        }

        var reported = await ReportedCallsAsync(runs, ended, violations);
        await host.StopAsync();
        DatabaseCheck.Run(folder.Path, violations);
        return Report(options, killer, ended, reported, sandbox.Stats.ProxyCalls(), violations);
    }

    // Each triage's report says how many calls the run made; what the sandbox has counted beyond it was made again after a kill.
    private static async Task<int> ReportedCallsAsync(AppRuns runs, IReadOnlyList<JsonElement> ended, Violations violations)
    {
        var calls = 0;
        foreach (var run in ended.Where(run => AppRuns.Is(run, "name", CaseTriage.Name) && AppRuns.Is(run, "status", "completed")))
        {
            var report = (await runs.ReadAsync(run)).GetProperty("report");
            calls += report.GetProperty("usage").GetProperty("toolCalls").GetInt32();
            if (report.GetProperty("problems").GetArrayLength() > 0)
            {
                violations.Add($"a triage has problems: {report.GetProperty("problems")}");
            }
        }

        return calls;
    }

    private static BenchmarkReport Report(
        BenchmarkOptions options, Killer killer, IReadOnlyList<JsonElement> ended, int reported, int counted, Violations violations)
    {
        var most = killer.Kills.Count * CallsAtOnce;
        var asked = ended.Count(run => AppRuns.Is(run, "name", CaseTriage.Name) && AppRuns.Is(run, "status", "completed"));
        return new(
            $"The app, {killer.Describe(options.Seed)}",
            [
                new("triages, asked for and of events", "completed", asked, "asked for", AppLoad.Triages, "")
                {
                    Holds = asked >= AppLoad.Triages,
                },
                new("calls of FuseDesk", "in reports", reported, "counted there", counted, "") { Holds = counted >= reported },
                new("calls in flight at a kill", "made again", counted - reported, "at most", most, "")
                {
                    Holds = counted - reported <= most,
                },
                .. killer.Rows,
                violations.ToRow(),
            ])
        {
            Remarks = violations.ToRemarks(),
        };
    }
}
