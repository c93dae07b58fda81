using System.Diagnostics;
using System.Text.Json;
using FuseDeskFlows.EmbeddedHost.Engine;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;

namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>What the engine's two main decisions are worth: staying in memory between steps, and sharing one fsync among many.</summary>
internal static class EngineBenchmark
{
    private const int ChainLength = 300;
    private const int Runs = 200;
    private const int StepsPerRun = 4;
    private const int Sleepers = 20_000;

    public static async Task<BenchmarkReport> RunAsync()
    {
        await ChainAsync(length: 20, cached: 1000);
        return new BenchmarkReport(
            $"The embedded engine, on {Environment.ProcessorCount} processors",
            [
                new BenchmarkRow(
                    $"{ChainLength} activities in a row", "kept in memory", await ChainAsync(ChainLength, cached: 1000), "replayed at each step", await ChainAsync(ChainLength, cached: 0), "s"),
                new BenchmarkRow(
                    $"{Runs} runs of {StepsPerRun} activities", "all at once", await ManyAsync(atOnce: Runs), "one after another", await ManyAsync(atOnce: 1), "s"),
                new BenchmarkRow(
                    "processor time in 2 s of waiting", $"{Sleepers} runs asleep", await SleepAsync(Sleepers), "1 run asleep", await SleepAsync(1), "ms"),
            ]);
    }

    private static Task<double> ChainAsync(int length, int cached) => WithEngineAsync(cached, async client =>
    {
        var watch = Stopwatch.StartNew();
        await RunOneAsync(client, length);
        return watch.Elapsed.TotalSeconds;
    });

    private static Task<double> ManyAsync(int atOnce) => WithEngineAsync(cached: 1000, async client =>
    {
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Runs),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (_, _) => await RunOneAsync(client, StepsPerRun));
        return watch.Elapsed.TotalSeconds;
    });

    private static Task<double> SleepAsync(int sleepers) => WithEngineAsync(cached: 100, async client =>
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, sleepers), new ParallelOptions { MaxDegreeOfParallelism = 500 }, async (_, token) =>
        {
            var id = await client.ScheduleNewOrchestrationInstanceAsync(BenchmarkFunctions.Sleep, 1, token);
            await client.WaitForInstanceStartAsync(id, token);
        });
        // What starting them left to do, the collector's work above all, is not their sleep's.
        GC.Collect();
        await Task.Delay(TimeSpan.FromSeconds(1));
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        await Task.Delay(TimeSpan.FromSeconds(2));
        return Math.Max(0.01, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
    });

    private static async Task RunOneAsync(DurableTaskClient client, int steps)
    {
        var id = await client.ScheduleNewOrchestrationInstanceAsync(BenchmarkFunctions.Chain, steps);
        var done = await client.WaitForInstanceCompletionAsync(id);
        if (done.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
        {
            throw new InvalidOperationException($"A run ended as {done.RuntimeStatus}: {done.FailureDetails?.ErrorMessage}");
        }
    }

    private static async Task<double> WithEngineAsync(int cached, Func<DurableTaskClient, Task<double>> measure)
    {
        var folder = Directory.CreateTempSubdirectory("fusedeskflows-benchmark-");
        try
        {
            var options = new EngineOptions { DatabasePath = Path.Combine(folder.FullName, "engine.db"), MaxCachedInstances = cached };
            await using var engine = new DurableEngine(
                options, new BenchmarkFunctions(), new JsonDataConverter(new JsonSerializerOptions()), TimeProvider.System, NullLoggerFactory.Instance);
            await engine.StartAsync(CancellationToken.None);
            return await measure(engine.Client);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
