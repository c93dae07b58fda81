using FuseDeskFlows.Benchmarks.Processes;

namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>What a sequential step costs the disk, and how near it comes to what the disk can do.</summary>
internal static class CommitsBenchmark
{
    // The run's start and its end are commits as well.
    private const double MaxCommits = 1.05;

    /// <summary>Measures.</summary>
    /// <param name="rivals">The storages; only SQLite is measured.</param>
    /// <returns>Two rows.</returns>
    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync(EngineRivals rivals)
    {
        var steps = rivals.Quick ? 100 : 500;
        var state = rivals.State("commits");
        await using var host = await EngineRivals.StartLoadAppAsync(state, null);
        int commits;
        TimeSpan took;
        using (var log = CommitLog.Watch(Path.Combine(state, HostCommand.DurableFile)))
        {
            took = await EngineRivals.RunAsync(host, "Sequence", steps);
            commits = log.Count();
        }

        await host.StopAsync();
        var bare = BareCommits.PerSecond(Path.Combine(state, "bare.db"));
        var perStep = (double)commits / steps;
        return
        [
            new($"commits of {steps} activities in a row, each", "SQLite", perStep, "", 0, "")
            {
                Goal = "1.0",
                Holds = perStep <= MaxCommits,
            },
            new("a second, one at a time", "steps", steps / took.TotalSeconds, "bare commits of three rows", bare, "/s") { Goal = "shown" },
        ];
    }
}
