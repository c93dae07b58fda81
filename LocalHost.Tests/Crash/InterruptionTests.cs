using System.Diagnostics;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Crash;

/// <summary>A benchmark that is told to end leaves nothing behind.</summary>
public sealed class InterruptionTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Told_to_end_a_benchmark_ends_with_the_hosts_and_workers_that_it_has_started()
    {
        var program = Path.Combine(Repository.Output("FunctionApp.Benchmarks"), "FunctionApp.Benchmarks.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, "agent"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var benchmark = Process.Start(start)!;
        benchmark.BeginOutputReadLine();
        benchmark.BeginErrorReadLine();
        IReadOnlyList<int> started = [];
        await Eventually.TrueAsync(
            () =>
            {
                var hosts = ProcessTable.Children(benchmark.Id);
                started = [.. hosts, .. hosts.SelectMany(ProcessTable.Children)];
                return started.Count > 1;
            },
            "the benchmark has a host with a worker");

        ProcessTable.Terminate(benchmark.Id);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Soon);
        await benchmark.WaitForExitAsync(deadline.Token);

        await Eventually.TrueAsync(() => !started.Any(ProcessTable.Lives), "host and worker have ended");
    }
}
