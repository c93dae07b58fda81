using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Hosting.Commands;

namespace FuseDeskFlows.Tests.EmbeddedHost.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public void No_arguments_mean_to_serve() => Assert.Equal(new ServeCommand(null, null, AllowNonLoopback: false), CommandLine.Parse([]));

    [Fact]
    public void Port_and_addresses_are_read()
    {
        Assert.Equal(new ServeCommand(7072, null, AllowNonLoopback: false), CommandLine.Parse(["--port", "7072"]));
        Assert.Equal(new ServeCommand(null, "http://0.0.0.0:80", AllowNonLoopback: true), CommandLine.Parse(["--urls=http://0.0.0.0:80", "--allow-non-loopback"]));
    }

    [Fact]
    public void An_invocation_is_read()
    {
        Assert.Equal(new InvokeCommand("CaseTriage", null, null, null), CommandLine.Parse(["invoke", "CaseTriage"]));
        Assert.Equal(
            new InvokeCommand("CaseTriage", "{}", "x", TimeSpan.FromSeconds(90)),
            CommandLine.Parse(["invoke", "CaseTriage", "--instance-id", "x", "{}", "--timeout", "00:01:30"]));
        Assert.Equal(TimeSpan.FromSeconds(2.5), ((InvokeCommand)CommandLine.Parse(["invoke", "A", "--timeout=2.5"])).Timeout);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("invoke", "A", "--help")]
    public void Help_wins(params string[] args) => Assert.IsType<HelpCommand>(CommandLine.Parse(args));

    [Theory]
    [InlineData("Unknown argument '--prot'", "--prot", "1")]
    [InlineData("Unknown argument 'serve'", "serve")]
    [InlineData("--port needs a value", "--port")]
    [InlineData("--port '70000' is not a port", "--port", "70000")]
    [InlineData("--port and --urls exclude each other", "--port", "1", "--urls", "http://localhost:2")]
    [InlineData("invoke needs the orchestration's name", "invoke")]
    [InlineData("The input is not JSON (character 5 of line 1)", "invoke", "A", "{'a'")]
    [InlineData("--timeout 'soon' is not a time", "invoke", "A", "--timeout", "soon")]
    [InlineData("Unknown argument '2'", "invoke", "A", "1", "2")]
    public void What_cannot_be_understood_is_named(string message, params string[] args) =>
        Assert.StartsWith(message.Split(" (")[0], Assert.Throws<HostStartException>(() => CommandLine.Parse(args)).Message, StringComparison.Ordinal);
}
