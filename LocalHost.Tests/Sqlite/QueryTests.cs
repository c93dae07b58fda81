using DurableTask.Core;
using DurableTask.Core.Query;
using LocalHost.Tests.Sqlite.Support;

namespace LocalHost.Tests.Sqlite;

public sealed class QueryTests
{
    [Fact]
    public async Task Instances_are_found_by_status_prefix_and_time_in_pages_that_cover_each_once()
    {
        await using var hub = await EchoHubAsync();
        var ids = Enumerable.Range(0, 10).Select(i => $"a{i}").Append("ü#1").ToList();
        foreach (var id in ids)
        {
            await hub.RunAsync("echo", id);
        }

        List<string> found = [];
        OrchestrationQuery query = new() { PageSize = 4, RuntimeStatus = [OrchestrationStatus.Completed] };
        do
        {
            var page = await hub.Service.GetOrchestrationWithQueryAsync(query, TestContext.Current.CancellationToken);
            found.AddRange(page.OrchestrationState.Select(state => state.OrchestrationInstance.InstanceId));
            Assert.True(page.ContinuationToken is null || page.ContinuationToken.All(char.IsAscii));
            query.ContinuationToken = page.ContinuationToken;
        }
        while (query.ContinuationToken is not null);

        Assert.Equal(ids, found);
        Assert.Equal(10, await CountAsync(hub, new OrchestrationQuery { InstanceIdPrefix = "a" }));
        Assert.Equal(0, await CountAsync(hub, new OrchestrationQuery { InstanceIdPrefix = "A" }));
        Assert.Equal(0, await CountAsync(hub, new OrchestrationQuery { RuntimeStatus = [OrchestrationStatus.Failed] }));
        Assert.Equal(0, await CountAsync(hub, new OrchestrationQuery { CreatedTimeTo = DateTime.UtcNow.AddHours(-1) }));
        Assert.Equal(11, await CountAsync(hub, new OrchestrationQuery { CreatedTimeFrom = DateTime.UtcNow.AddHours(-1) }));
        Assert.Equal(0, await CountAsync(hub, new OrchestrationQuery { ContinuationToken = "no token of ours!" }));
    }

    [Fact]
    public async Task A_full_page_that_is_the_last_one_has_no_token()
    {
        await using var hub = await EchoHubAsync();
        await hub.RunAsync("echo", "a");
        await hub.RunAsync("echo", "b");
        OrchestrationQuery query = new() { PageSize = 2 };
        var page = await hub.Service.GetOrchestrationWithQueryAsync(query, TestContext.Current.CancellationToken);
        Assert.Equal(2, page.OrchestrationState.Count);
        Assert.Null(page.ContinuationToken);
    }

    [Fact]
    public async Task A_purge_by_id_takes_what_has_finished_with_all_that_belongs_to_it()
    {
        await using var hub = await EchoHubAsync();
        await hub.RunAsync("echo", "done");
        await hub.StartAsync("wait", "waits");
        await hub.StatusAsync("waits", OrchestrationStatus.Running);

        Assert.Equal(1, (await hub.Service.PurgeInstanceStateAsync("done")).DeletedInstanceCount);
        Assert.Equal(0, (await hub.Service.PurgeInstanceStateAsync("waits")).DeletedInstanceCount);
        Assert.Equal(0, (await hub.Service.PurgeInstanceStateAsync("nobody")).DeletedInstanceCount);
        Assert.Null(await hub.StateOfAsync("done"));
        Assert.Equal(1, hub.Count("History"));
    }

    [Fact]
    public async Task A_purge_by_filter_leaves_what_runs_also_when_it_asks_for_it()
    {
        await using var hub = await EchoHubAsync();
        await hub.RunAsync("echo", "done");
        await hub.StartAsync("wait", "waits");
        await hub.StatusAsync("waits", OrchestrationStatus.Running);

        Assert.Equal(0, (await hub.Service.PurgeInstanceStateAsync(
            new PurgeInstanceFilter(DateTime.MinValue, null, [OrchestrationStatus.Running]))).DeletedInstanceCount);
        var purged = await hub.Service.PurgeInstanceStateAsync(
            new PurgeInstanceFilter(DateTime.MinValue, null, null) { Timeout = TimeSpan.FromMinutes(1) });

        Assert.Equal((1, true), (purged.DeletedInstanceCount, purged.IsComplete));
        Assert.NotNull(await hub.StateOfAsync("waits"));
    }

    private static Task<TestHub> EchoHubAsync() => new TestHub()
        .Orchestration("echo", script => script.CallAsync("echo", "x"))
        .Orchestration("wait", script => script.EventAsync("e")).StartAsync();

    private static async Task<int> CountAsync(TestHub hub, OrchestrationQuery query) =>
        (await hub.Service.GetOrchestrationWithQueryAsync(query, TestContext.Current.CancellationToken)).OrchestrationState.Count;
}
