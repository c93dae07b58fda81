using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Hosting.Commands;
using FuseDeskFlows.EmbeddedHost.Http;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Tests.EmbeddedHost.Http;

public sealed class ListenAddressTests
{
    [Fact]
    public void The_command_line_comes_before_the_settings_and_they_before_the_default()
    {
        Assert.Equal(["http://localhost:7071"], Of(new ServeCommand(null, null, false)));
        Assert.Equal(["http://localhost:7071"], Of(new ServeCommand(null, null, false), ("ASPNETCORE_URLS", " ")));
        Assert.Equal(["http://localhost:7080"], Of(new ServeCommand(null, null, false), ("Host:LocalHttpPort", "7080")));
        Assert.Equal(["http://localhost:5000", "http://[::1]:5001"], Of(new ServeCommand(null, null, false), ("ASPNETCORE_URLS", "http://localhost:5000;http://[::1]:5001")));
        Assert.Equal(["http://127.0.0.1:6000"], Of(new ServeCommand(null, "http://127.0.0.1:6000", false), ("ASPNETCORE_URLS", "http://localhost:5000")));
        Assert.Equal(["http://localhost:6001"], Of(new ServeCommand(6001, null, false), ("ASPNETCORE_URLS", "http://localhost:5000")));
        Assert.Equal(["http://127.0.0.1:0"], Of(new ServeCommand(0, null, false)));
    }

    [Theory]
    [InlineData("http://0.0.0.0:80")]
    [InlineData("http://*:80")]
    [InlineData("http://+:80")]
    [InlineData("http://[::]:80")]
    [InlineData("http://192.168.1.5:80")]
    [InlineData("http://example.com")]
    [InlineData("http://localhost:1;http://10.0.0.1:1")]
    public void Other_machines_are_not_let_in_unasked(string urls)
    {
        var problem = Assert.Throws<HostStartException>(() => Of(new ServeCommand(null, urls, AllowNonLoopback: false)));
        Assert.Contains("--allow-non-loopback", problem.Message, StringComparison.Ordinal);
        Assert.NotEmpty(Of(new ServeCommand(null, urls, AllowNonLoopback: true)));
    }

    [Theory]
    [InlineData("localhost:80")]
    [InlineData("https://localhost:80")]
    [InlineData("nonsense")]
    public void What_is_no_address_is_refused(string urls) =>
        Assert.Contains("is not an address to listen on", Assert.Throws<HostStartException>(() => Of(new ServeCommand(null, urls, true))).Message, StringComparison.Ordinal);

    private static IReadOnlyList<string> Of(ServeCommand command, params (string Key, string Value)[] settings) => ListenAddresses.Of(
        command, new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}
