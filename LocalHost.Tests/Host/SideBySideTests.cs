using LocalHost.Tests.Support;

namespace LocalHost.Tests.Host;

[Collection(HostProcesses.Name)]
public sealed class SideBySideTests
{
    [Fact]
    public async Task Two_hosts_run_their_workers_in_this_process()
    {
        using var folder = new TempFolder();
        await using var first = await InProcessHost.StartAsync(folder.File("first"));
        await using var second = await InProcessHost.StartAsync(folder.File("second"));
        using var http = new HttpClient();

        foreach (var host in new[] { first, second })
        {
            var answer = await http.GetStringAsync(new Uri(host.Address!, "/api/items/7"), TestContext.Current.CancellationToken);
            Assert.Contains(host.Address!.Authority, answer, StringComparison.Ordinal);
        }

        Assert.NotEqual(first.Address, second.Address);
        await first.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await first.Completion);
        Assert.Equal(
            "anonymous", await http.GetStringAsync(new Uri(second.Address!, "/api/auth/anonymous"), TestContext.Current.CancellationToken));
    }
}
