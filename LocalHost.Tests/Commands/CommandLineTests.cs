using LocalFunctionsHost;
using LocalFunctionsHost.Commands;

namespace LocalHost.Tests.Commands;

public sealed class CommandLineTests
{
    private static readonly HostSetup Setup = new() { WorkingDirectory = "/here" };

    [Fact]
    public void No_arguments_mean_to_serve()
    {
        Assert.Equal(Setup, Read());
        Assert.Null(Setup.Invoke);
    }

    [Fact]
    public void Port_and_addresses_are_read()
    {
        Assert.Equal(Setup with { Port = 7072 }, Read("--port", "7072"));
        Assert.Equal(Setup with { Port = 0 }, Read("-p", "0"));
        Assert.Equal(
            Setup with { Urls = "http://0.0.0.0:80", AllowNonLoopback = true }, Read("--urls=http://0.0.0.0:80", "--allow-non-loopback"));
    }

    [Fact]
    public void Options_of_the_host_stand_before_a_command_or_after_it()
    {
        var expected = Setup with { Invoke = new("A", null, null, null), AppFolder = "app", StateFolder = "state", Verbose = true };
        Assert.Equal(expected, Read("--app", "app", "--state=state", "--verbose", "invoke", "A"));
        Assert.Equal(expected, Read("--app", "app", "invoke", "A", "--verbose", "--state", "state"));
    }

    [Fact]
    public void A_bridge_is_read_with_a_route_or_an_address_and_takes_no_port()
    {
        Assert.Equal(Setup with { Bridge = new("api/mcp"), StateFolder = "state" }, Read("mcp", "--state", "state"));
        Assert.Null(Read("mcp", "other/route").Bridge!.Address);
        Assert.Equal(new Uri("http://localhost:7071/api/mcp"), Read("mcp", "http://localhost:7071/api/mcp").Bridge!.Address);
        Assert.Throws<HostStartException>(() => Read("mcp", "--port", "7071"));
        Assert.Throws<HostStartException>(() => Read("mcp", "a", "b"));
    }

    [Fact]
    public void An_invocation_is_read()
    {
        Assert.Equal(new("CaseTriage", null, null, null), Read("invoke", "CaseTriage").Invoke);
        Assert.Equal(
            new("CaseTriage", "{}", "x", TimeSpan.FromSeconds(90)),
            Read("invoke", "CaseTriage", "--instance-id", "x", "{}", "--timeout", "00:01:30").Invoke);
        Assert.Equal(new("A", null, null, TimeSpan.FromSeconds(2.5)), Read("invoke", "A", "--timeout=2.5").Invoke);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("invoke", "A", "--help")]
    public void Help_is_asked_for_anywhere(params string[] args) => Assert.True(CommandLine.AsksForHelp(args));

    [Theory]
    [InlineData("Unknown argument '--prot'", "--prot", "1")]
    [InlineData("Unknown argument 'serve'", "serve")]
    [InlineData("Unknown argument '--verbose=1'", "--verbose=1")]
    [InlineData("--port needs a value", "--port")]
    [InlineData("--port '70000' is not a port", "--port", "70000")]
    [InlineData("--port and --urls exclude each other", "--port", "1", "--urls", "http://localhost:2")]
    [InlineData("invoke needs the orchestration's name", "invoke")]
    [InlineData("invoke opens no port", "invoke", "A", "--port", "1")]
    [InlineData("--instance-id and --timeout belong to invoke", "--timeout", "1")]
    [InlineData("The input is not JSON (character 2 of line 1)", "invoke", "A", "{'a'")]
    [InlineData("--timeout 'soon' is not a time", "invoke", "A", "--timeout", "soon")]
    [InlineData("--timeout '24:00:00' is not a time", "invoke", "A", "--timeout", "24:00:00")]
    [InlineData("--instance-id takes 1 to 100 characters", "invoke", "A", "--instance-id", "")]
    [InlineData("Unknown argument '2'", "invoke", "A", "1", "2")]
    public void What_cannot_be_understood_is_named(string message, params string[] args) =>
        Assert.StartsWith(message, Assert.Throws<HostStartException>(() => Read(args)).Message, StringComparison.Ordinal);

    private static HostSetup Read(params string[] args) => CommandLine.Read(args, Setup);
}
