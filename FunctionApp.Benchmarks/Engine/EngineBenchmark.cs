using FuseDeskFlows.Benchmarks.Processes;

namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>What SQLite is worth against Microsoft's storage on this machine, and where its own limits are.</summary>
internal static class EngineBenchmark
{
    private const string Sqlite = "SQLite";
    private const string Azure = "azureStorage, Azurite";

    private static readonly Dictionary<string, Func<EngineRivals, Task<IReadOnlyList<BenchmarkRow>>>> Parts = new(
        StringComparer.OrdinalIgnoreCase)
    {
        ["start"] = StartBenchmark.RunAsync,
        ["activities"] = ActivitiesBenchmark.RunAsync,
        ["commits"] = CommitsBenchmark.RunAsync,
        ["long"] = LongSequenceBenchmark.RunAsync,
        ["sleepers"] = SleepersBenchmark.RunAsync,
    };

    /// <summary>Measures.</summary>
    /// <param name="options">Which part, and how much.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="InvalidOperationException">There is no such part.</exception>
    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options)
    {
        if (options.Only is { } only && !Parts.ContainsKey(only))
        {
            throw new InvalidOperationException($"--only takes one of: {string.Join(", ", Parts.Keys)}");
        }

        using var folder = new TemporaryFolder();
        await using var rivals = new EngineRivals(options, folder);
        var rows = new List<BenchmarkRow>();
        foreach (var (name, part) in Parts.Where(part =>
            options.Only is null || part.Key.Equals(options.Only, StringComparison.OrdinalIgnoreCase)))
        {
            await Console.Error.WriteLineAsync($"measuring: {name}");
            rows.AddRange(await part(rivals));
        }

        return new($"The same apps and settings on the local host's two storages, on {Environment.ProcessorCount} processors", rows)
        {
            Remarks = ["Azurite keeps all in memory, its best case: what it acknowledges is on no disk. SQLite's commits are."],
        };
    }

    /// <summary>A time on both.</summary>
    /// <param name="job">What took it.</param>
    /// <param name="sqlite">On SQLite.</param>
    /// <param name="azure">On azureStorage.</param>
    /// <param name="least">How many times as long azureStorage takes, at least.</param>
    /// <returns>The row.</returns>
    public static BenchmarkRow Against(string job, TimeSpan sqlite, TimeSpan azure, double least) =>
        new(job, Sqlite, sqlite.TotalSeconds, Azure, azure.TotalSeconds, "s")
        {
            Goal = FormattableString.Invariant($"at least {least:0.##}"),
            Holds = azure >= sqlite * least,
        };
}
