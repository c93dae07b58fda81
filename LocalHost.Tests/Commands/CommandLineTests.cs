using LocalFunctionsHost;
using LocalFunctionsHost.Commands;

namespace LocalHost.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public void No_arguments_mean_to_serve() =>
        Assert.Equal(new HostArguments(new ServeCommand(null, null, AllowNonLoopback: false)), CommandLine.Parse([]));

    [Fact]
    public void Port_and_addresses_are_read()
    {
        Assert.Equal(new ServeCommand(7072, null, AllowNonLoopback: false), CommandLine.Parse(["--port", "7072"]).Command);
        Assert.Equal(
            new ServeCommand(null, "http://0.0.0.0:80", AllowNonLoopback: true),
            CommandLine.Parse(["--urls=http://0.0.0.0:80", "--allow-non-loopback"]).Command);
    }

    [Fact]
    public void Options_of_the_host_stand_before_a_command_or_after_it()
    {
        var expected = new HostArguments(new InvokeCommand("A", null, null, null)) { AppFolder = "app", StateFolder = "state", Verbose = true };
        Assert.Equal(expected, CommandLine.Parse(["--app", "app", "--state=state", "--verbose", "invoke", "A"]));
        Assert.Equal(expected, CommandLine.Parse(["--app", "app", "invoke", "A", "--verbose", "--state", "state"]));
    }

    [Fact]
    public void An_invocation_is_read()
    {
        Assert.Equal(new InvokeCommand("CaseTriage", null, null, null), CommandLine.Parse(["invoke", "CaseTriage"]).Command);
        Assert.Equal(
            new InvokeCommand("CaseTriage", "{}", "x", TimeSpan.FromSeconds(90)),
            CommandLine.Parse(["invoke", "CaseTriage", "--instance-id", "x", "{}", "--timeout", "00:01:30"]).Command);
        Assert.Equal(new InvokeCommand("A", null, null, TimeSpan.FromSeconds(2.5)), CommandLine.Parse(["invoke", "A", "--timeout=2.5"]).Command);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("invoke", "A", "--help")]
    public void Help_wins(params string[] args) => Assert.IsType<HelpCommand>(CommandLine.Parse(args).Command);

    [Theory]
    [InlineData("Unknown argument '--prot'", "--prot", "1")]
    [InlineData("Unknown argument 'serve'", "serve")]
    [InlineData("--port needs a value", "--port")]
    [InlineData("--port '70000' is not a port", "--port", "70000")]
    [InlineData("--port and --urls exclude each other", "--port", "1", "--urls", "http://localhost:2")]
    [InlineData("invoke needs the orchestration's name", "invoke")]
    [InlineData("invoke opens no port", "invoke", "A", "--port", "1")]
    [InlineData("--instance-id and --timeout belong to invoke", "--timeout", "1")]
    [InlineData("The input is not JSON (character 2 of line 1)", "invoke", "A", "{'a'")]
    [InlineData("--timeout 'soon' is not a time", "invoke", "A", "--timeout", "soon")]
    [InlineData("--instance-id takes 1 to 100 characters", "invoke", "A", "--instance-id", "")]
    [InlineData("Unknown argument '2'", "invoke", "A", "1", "2")]
    public void What_cannot_be_understood_is_named(string message, params string[] args) =>
        Assert.StartsWith(message, Assert.Throws<HostStartException>(() => CommandLine.Parse(args)).Message, StringComparison.Ordinal);
}
