using System.Diagnostics;
using System.Net;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Host;

[Collection(HostProcesses.Name)]
public sealed class FunctionTimeoutTests
{
    // Long enough for what is quick, on a slow machine and in a worker that has just started.
    private static readonly (string Name, string Value) Timeout = ("AzureFunctionsJobHost__functionTimeout", "00:00:06");

    [Fact]
    public async Task A_function_that_takes_too_long_is_answered_with_500_and_told_to_end()
    {
        await using var host = await TinyAppHost.StartAsync(settings: Timeout);
        var watch = Stopwatch.StartNew();

        using var answer = await host.Http.GetAsync("/api/slow/60000", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(55));
        await Eventually.TrueAsync(() => host.AppLog.Any(line => line.Contains("aborted", StringComparison.Ordinal)), "the function ends");
    }

    [Fact]
    public async Task A_function_that_does_not_end_when_it_is_told_to_costs_its_worker()
    {
        await using var host = await TinyAppHost.StartAsync(settings: Timeout);
        var worker = await host.WorkerAsync();

        await host.StartRunAsync("EntSlow", "e", 60000);

        await Eventually.TrueAsync(async () => await host.WorkerAsync() != worker, "the worker is replaced");
        Assert.Equal("Failed", (await host.EndAsync("e")).Status);
    }

    [Fact]
    public async Task An_activity_that_takes_too_long_fails()
    {
        await using var host = await TinyAppHost.StartAsync(settings: Timeout);
        await host.StartRunAsync("SlowOrch", "t", 60000);

        var (status, output) = await host.EndAsync("t");

        Assert.Equal("Failed", status);
        Assert.Contains("Timeout value of 00:00:06 was exceeded by function: Functions.SlowAct", output, StringComparison.Ordinal);
        await host.AppWroteAsync("slowact-cancelled");
    }
}
