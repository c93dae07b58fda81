using System.Diagnostics;
using System.Globalization;
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
                var hosts = Children(benchmark.Id);
                started = [.. hosts, .. hosts.SelectMany(Children)];
                return started.Count > 1;
            },
            "the benchmark has a host with a worker");

        using var kill = Process.Start("kill", ["-TERM", benchmark.Id.ToString(CultureInfo.InvariantCulture)]);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Soon);
        await benchmark.WaitForExitAsync(deadline.Token);

        await Eventually.TrueAsync(() => !started.Any(Lives), "host and worker have ended");
    }

    private static IReadOnlyList<int> Children(int parent) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && Fields(id) is [_, var of, ..] && int.Parse(of, CultureInfo.InvariantCulture) == parent),
    ];

    private static bool Lives(int process) => Fields(process) is [not "Z", ..];

    // "pid (name) state parent ...": the name may hold anything.
    private static string[] Fields(int process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return []; // it has ended meanwhile
        }
    }
}
