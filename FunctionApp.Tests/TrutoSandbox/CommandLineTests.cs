using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.CommandLine;

namespace FuseDeskFlows.Tests.TrutoSandbox;

public sealed class CommandLineTests
{
    [Fact]
    public void The_options_of_the_readme_are_read()
    {
        var (options, error) = SandboxArguments.Parse([
            "--port",
            "7072",
            "--limit",
            "60",
            "--window",
            "5",
            "--latency",
            "20",
            "--seed",
            "1",
            "--dialect",
            "camel",
            "--read-only",
        ]);

        Assert.Null(error);
        Assert.Equal(
            (7072, 60, TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(20), 1),
            (options.Port, options.Limit, options.Window, options.Latency, options.Seed));
        Assert.Equal((ArgumentDialect.Camel, true), (options.Dialect, options.ReadOnlyAccount));
    }

    [Theory]
    [InlineData("--port 70000", "--port must be a whole number from 0 to 65535, not \"70000\"")]
    [InlineData("--limit 0", "--limit must be a whole number from 1 to")]
    [InlineData("--window soon", "--window must be a number from")]
    [InlineData("--dialect kebab", "--dialect must be one of snake, camel, lower")]
    [InlineData("--today tomorrow", "--today must be a moment")]
    [InlineData("--speed 9", "--speed is not an option")]
    [InlineData("--speed", "--speed is not an option")]
    [InlineData("--port", "--port needs a value")]
    public void A_bad_argument_is_named(string arguments, string expected) =>
        Assert.StartsWith(expected, SandboxArguments.Parse(arguments.Split(' ')).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_port_that_is_taken_is_an_IOException()
    {
        await using var first = await SandboxClient.StartAsync();

        await Assert.ThrowsAsync<IOException>(() =>
            SandboxServer.StartAsync(new() { Port = first.Server.BaseUrl.Port }, TestContext.Current.CancellationToken));
    }
}
