using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Host;

[Collection(HostProcesses.Name)]
public sealed class ShutdownTests
{
    // What the host would have to wait for takes longer, and what is told to end has half a minute.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(25);

    [Fact]
    public async Task An_idle_host_ends_at_once_with_code_0()
    {
        await using var host = await TinyAppHost.StartAsync();
        await host.WorkerAsync();

        host.Terminate();

        Assert.Equal(0, await host.ExitAsync(Soon));
    }

    [Fact]
    public async Task Who_waits_for_a_run_is_answered_202_at_once_and_the_host_ends()
    {
        await using var host = await TinyAppHost.StartAsync();
        await host.StartRunAsync("Wait", "w", null);
        await Eventually.TrueAsync(
            async () => (await host.StatusAsync("w")).GetProperty("runtimeStatus").GetString() is "Running", "it waits");
        var waiting = host.Http.GetAsync("/api/wait/w?s=60", TestContext.Current.CancellationToken);
        await host.WorkerAsync();

        host.Terminate();

        using var answer = await waiting;
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.NotNull(answer.Headers.Location);
        Assert.Equal(0, await host.ExitAsync(Soon));
    }

    [Theory]
    [InlineData("orchestrators/Wait/m")]
    [InlineData("orchestrators/Wait")]
    public async Task Who_has_the_management_API_wait_for_a_run_is_told_that_it_goes_on(string start)
    {
        await using var host = await TinyAppHost.StartAsync();
        var waiting = host.Http.PostAsync($"/runtime/webhooks/durabletask/{start}?timeout=60", null, TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => (await host.RunningAsync()).Length == 1, "it waits");

        host.Terminate();

        using var answer = await waiting;
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var status = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("Running", status.GetProperty("runtimeStatus").GetString());
        Assert.EndsWith(
            $"/instances/{status.GetProperty("instanceId").GetString()}", answer.Headers.Location?.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(0, await host.ExitAsync(Soon));
    }

    [Fact]
    public async Task New_requests_are_refused_while_what_runs_is_finished_and_nothing_is_run_twice()
    {
        using var folder = new TempFolder();
        await using (var host = await TinyAppHost.StartAsync(folder))
        {
            await host.StartRunAsync("SlowOrch", "s", 3000);
            await host.AppWroteAsync("slowact-begin");

            host.Terminate();

            await Eventually.TrueAsync(() => IsRefusedAsync(host), "a new request is refused");
            Assert.False(host.HasExited);
            Assert.Equal(0, await host.ExitAsync(Soon));
            await host.AppWroteAsync("slowact-end");
        }

        await using var next = await TinyAppHost.StartAsync(folder);
        Assert.Equal(("Completed", "slept"), await next.EndAsync("s"));
        Assert.Single(next.AppLog, line => line.Contains("slowact-begin", StringComparison.Ordinal));
    }

    private static async Task<bool> IsRefusedAsync(TinyAppHost host)
    {
        using var client = new HttpClient { BaseAddress = host.Http.BaseAddress };
        try
        {
            using var answer = await client.GetAsync("/api/pid", TestContext.Current.CancellationToken);
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }
}
