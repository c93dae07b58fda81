using System.Net;
using DurableSqlite;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Host;

[Collection(HostProcesses.Name)]
public sealed class StorageFailureTests
{
    [Fact]
    public async Task Every_door_answers_503_while_nothing_can_be_written_and_opens_when_it_can()
    {
        using var folder = new TempFolder();
        await using var host = await InProcessHost.StartAsync(folder.File("state"));
        using var http = new HttpClient { BaseAddress = host.Address };
        string[] doors = ["/api/auth/anonymous", "/runtime/webhooks/durabletask/instances/x"];

        host.Storage.Fail("durable.db", new SqliteStorageException(SqliteStorageFailure.Full, "There is no room left."));

        foreach (var door in doors)
        {
            using var refused = await http.GetAsync(door, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Contains(
                "There is no room left.",
                await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }

        host.Storage.Recover("durable.db");

        foreach (var door in doors)
        {
            using var answer = await http.GetAsync(door, TestContext.Current.CancellationToken);
            Assert.NotEqual(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }
    }

    [Fact]
    public async Task State_that_is_lost_ends_the_host_with_code_1()
    {
        using var folder = new TempFolder();
        await using var host = await InProcessHost.StartAsync(folder.File("state"));

        host.Storage.Fail("durable.db", new SqliteStorageException(SqliteStorageFailure.Damaged, "The file is damaged."));

        Assert.Equal(1, await host.Completion.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
    }
}
