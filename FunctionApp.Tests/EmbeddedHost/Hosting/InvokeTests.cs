using System.Text.Json;
using FuseDeskFlows.Tests.EmbeddedHost.Management;
using FuseDeskFlows.Tests.EmbeddedHost.Support;

namespace FuseDeskFlows.Tests.EmbeddedHost.Hosting;

public sealed class InvokeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_output_goes_to_stdout_and_progress_to_stderr()
    {
        await using var host = await RunAsync("Greet", """{"name":"Sarah"}""", "--instance-id", "i1");
        Assert.Equal(0, host.ExitCode);
        var output = JsonDocument.Parse(host.Output).RootElement;
        Assert.Equal("Hello Sarah from i1 by SayHello", output.GetProperty("Text").GetString());
        Assert.Contains("\n  \"Text\"", host.Output, StringComparison.Ordinal);
        Assert.Contains("Greet started as i1", host.Error, StringComparison.Ordinal);
        Assert.Contains("SayHello done", host.Error, StringComparison.Ordinal);
        Assert.Contains("""status: {"phase":"greeting"}""", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_is_announced_on_stderr()
    {
        await using var host = await TestHost.RunAsync(new TestHostOptions(_folder, typeof(DurableSamples))
        {
            Arguments = ["invoke", "Greet", """{"name":"Sarah"}"""],
            StartSandbox = true,
        });
        Assert.Equal(0, host.ExitCode);
        Assert.StartsWith("{", host.Output, StringComparison.Ordinal);
        Assert.Contains("sandbox", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_told_on_stderr_and_by_exit_code_1()
    {
        await using var host = await RunAsync("Breaks");
        Assert.Equal(1, host.ExitCode);
        Assert.Equal("", host.Output);
        Assert.Contains("Breaks ended: Failed. System.InvalidOperationException: broken on purpose", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_orchestration_is_told_with_those_that_are_known()
    {
        await using var host = await RunAsync("Nope");
        Assert.Equal(1, host.ExitCode);
        Assert.Equal("There is no orchestration 'Nope'. There are: Breaks, Greet, Versioned, Waits.", host.Error.Trim());
        Assert.False(Directory.Exists(_folder.File("state")));
    }

    [Fact]
    public async Task A_wait_that_takes_too_long_is_given_up_and_gone_on_with_later()
    {
        await using (var host = await RunAsync("Waits", "--instance-id", "w", "--timeout", "0.3"))
        {
            Assert.Equal(1, host.ExitCode);
            Assert.Contains("Go on with: invoke Waits --instance-id w", host.Error, StringComparison.Ordinal);
        }

        await using (var serving = await TestHost.StartAsync(new TestHostOptions(_folder, typeof(DurableSamples))))
        {
            await serving.Client.RaiseEventAsync("w", "Go", "there", Cancel);
        }

        await using var again = await RunAsync("waits", "--instance-id", "w");
        Assert.Equal(0, again.ExitCode);
        Assert.Equal("\"there\"", again.Output.Trim());
        Assert.Contains("going on with it", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_orchestrations_instance_is_left_alone()
    {
        await (await RunAsync("Greet", """{"name":"A"}""", "--instance-id", "mine")).DisposeAsync();
        await using var host = await RunAsync("Waits", "--instance-id", "mine");
        Assert.Equal(1, host.ExitCode);
        Assert.Contains("Instance mine is a run of Greet, not of Waits.", host.Error, StringComparison.Ordinal);
    }

    private Task<TestHost> RunAsync(params string[] args) =>
        TestHost.RunAsync(new TestHostOptions(_folder, typeof(DurableSamples)) { Arguments = ["invoke", .. args] });
}
