using FuseDeskFlows.Benchmarks.Processes;
using LocalFunctionsHost.Worker;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>
/// Host, worker or both are killed at random moments under a mixed load: nothing may be lost, and nothing finished may be done again.
/// </summary>
internal static class CrashBenchmark
{
    // What the load app's host.json lets run side by side: as many steps may be in flight when something is killed.
    private const int StepsAtOnce = 10;

    private static readonly TimeSpan MaxCall = TimeSpan.FromSeconds(20);

    /// <summary>Kills.</summary>
    /// <param name="options">How often, and by which seed.</param>
    /// <returns>What was found.</returns>
    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options)
    {
        if (options.App)
        {
            return await AppCrashBenchmark.RunAsync(options);
        }

        using var folder = new TemporaryFolder();
        var journals = folder.Create("journals");
        var state = folder.Create("state");
        var command = new HostCommand(RepositoryPaths.LoadApp, state, FreePort.Next())
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["LOADAPP_JOURNAL"] = journals },
        };
        await using var host = new MeasuredHost(command);
        host.Client.Timeout = MaxCall;
        host.Start();
        var violations = new Violations();
        var killer = new Killer(host, "/api/ping", violations);
        await killer.UntilServingAsync();

        var api = new DurableApi(host.Client);
        var load = new Load(api, violations);
        var loading = load.RunAsync();
        await killer.RunAsync(PlannedKill.Plan(options.Kills, options.Seed), Progress.Tell(options.Kills));
        load.Enough();
        await loading;

        var entities = new EntityCheck(api, load, killer, violations);
        await entities.RunAsync();
        await host.StopAsync();
        var steps = new StepCheck(Deed.ReadAll(journals), killer.Kills, violations);
        foreach (var run in load.Runs)
        {
            steps.Check(run);
        }

        DatabaseCheck.Run(state, violations);
        return Report(options, load, killer, steps, entities, violations);
    }

    private static BenchmarkReport Report(
        BenchmarkOptions options, Load load, Killer killer, StepCheck steps, EntityCheck entities, Violations violations)
    {
        var most = killer.Kills.Count * StepsAtOnce;
        return new(
            $"A mixed load, {killer.Describe(options.Seed)}",
            [
                new("runs of nine kinds", "ended", load.Runs.Count(run => run.EndSeen is not null), "started", load.Runs.Count, ""),
                new("activities", "ended", steps.Ended, "", 0, ""),
                new("activities in flight at a kill", "run again", steps.Repeated, "at most", most, "") { Holds = steps.Repeated <= most },
                new("operations of entities", "carried out", entities.Operations, "", 0, ""),
                new("signals that died with a worker, as on Azure", "lost", entities.LostSignals, "", 0, ""),
                .. killer.Rows,
                violations.ToRow(),
            ])
        {
            Remarks = violations.ToRemarks(),
        };
    }
}
