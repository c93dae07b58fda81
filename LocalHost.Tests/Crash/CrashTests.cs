using System.Diagnostics;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Crash;

/// <summary>The crash harness, short: <c>FunctionApp.Benchmarks -- crash</c> kills as often as it is told to.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task Killed_at_twenty_moments_host_and_worker_lose_nothing_and_do_nothing_finished_again()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "exec",
            Path.Combine(Repository.Output("FunctionApp.Benchmarks"), "FunctionApp.Benchmarks.dll"),
            "crash",
            "--kills",
            "20",
            "--seed",
            "11",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var harness = Process.Start(start)!;
        var errors = harness.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await harness.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await harness.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.True(harness.ExitCode == 0, $"{output}{Environment.NewLine}{await errors}");
    }
}
