using System.Diagnostics;
using System.Net.Http.Json;
using FuseDeskFlows.Benchmarks.Processes;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>From the start of the host's process to the app's first answer, and to the first finished triage.</summary>
internal static class StartBenchmark
{
    // At most 1.0 and 0.6 of the other's time.
    private const double MinFactorToAnswer = 1;
    private const double MinFactorToTriage = 1 / 0.6;

    /// <summary>Measures.</summary>
    /// <param name="rivals">The storages.</param>
    /// <returns>Two rows.</returns>
    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync(EngineRivals rivals)
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Limit = int.MaxValue });
        var account = await rivals.AccountAsync();
        List<StartTimes> sqlite = [], azure = [];
        // The first start of each makes tables, queues and files: it is not counted. They take turns, so that both see the same machine.
        for (var round = 0; round <= rivals.Rounds; round++)
        {
            sqlite.Add(await MeasureAsync(rivals, sandbox, "start-sqlite", null));
            azure.Add(await MeasureAsync(rivals, sandbox, "start-azure", account));
        }

        return
        [
            Row("start to the first answer", time => time.Answer, MinFactorToAnswer),
            Row("start to a finished triage", time => time.Triage, MinFactorToTriage),
        ];

        BenchmarkRow Row(string job, Func<StartTimes, TimeSpan> which, double least) =>
            EngineBenchmark.Against(job, Median(sqlite.Select(which)), Median(azure.Select(which)), least);
    }

    private static async Task<StartTimes> MeasureAsync(EngineRivals rivals, SandboxServer sandbox, string state, string? account)
    {
        await using var host = new MeasuredHost(AppCommand.Create(rivals.State(state), sandbox) with { Storage = account });
        var watch = Stopwatch.StartNew();
        host.Start();
        await host.UntilServingAsync(AppCommand.ServingPath, EngineRivals.Patience);
        var answer = watch.Elapsed;
        using var report = await host.Client.PostAsJsonAsync("/api/cases/triage?wait=60", new { email = SandboxPeople.SarahEmail });
        report.EnsureSuccessStatusCode();
        var triage = watch.Elapsed;
        await host.StopAsync();
        return new(answer, triage);
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) =>
        TimeSpan.FromSeconds(Numbers.Median(times.Skip(1).Select(time => time.TotalSeconds)));
}
