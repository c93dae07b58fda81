using DurableSqlite.Storage;
using DurableTask.Core.Entities;
using LocalHost.Tests.Sqlite.Support;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Sqlite;

public sealed class EntityTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task An_orchestration_signals_and_calls_an_entity(HubMode mode)
    {
        await using var hub = await new TestHub(mode).Orchestration("use", async script =>
        {
            script.Signal("@counter@a", "add", "5");
            await script.CallEntityAsync("@counter@a", "add", "2");
            return (await script.CallEntityAsync("@counter@a", "get"))!;
        }).StartAsync();

        Assert.Equal("7", await hub.RunAsync("use", "u"));
        Assert.Equal("7", await hub.EntityAsync("@counter@a"));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task No_update_is_lost_between_orchestrations_that_lock_two_entities(HubMode mode)
    {
        await using var hub = await new TestHub(mode).Orchestration("lock", async script =>
        {
            await script.LockAsync(new EntityId("counter", "x"), new EntityId("counter", "y"));
            foreach (var entity in (string[])["@counter@x", "@counter@y"])
            {
                var before = await script.CallEntityAsync(entity, "get");
                await script.CallAsync("echo", before!);
                Assert.Equal(before, await script.CallEntityAsync(entity, "get"));
                await script.CallEntityAsync(entity, "add", "1");
            }

            script.Unlock();
            return "ok";
        }).StartAsync();

        var ids = Enumerable.Range(0, 10).Select(i => $"lock{i}").ToList();
        await Task.WhenAll(ids.Select(id => hub.StartAsync("lock", id)));

        Assert.All(await Task.WhenAll(ids.Select(hub.OutputOfAsync)), output => Assert.Equal("ok", output));
        Assert.Equal(("10", "10"), (await hub.EntityAsync("@counter@x"), await hub.EntityAsync("@counter@y")));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task Signals_from_outside_arrive_each_once_and_scheduled_ones_later(HubMode mode)
    {
        await using var hub = await new TestHub(mode).StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => hub.SignalAsync("@counter@s", "add", "1")));
        await Eventually.TrueAsync(async () => await hub.EntityAsync("@counter@s") is "50");

        await hub.SignalAsync("@counter@s", "add", "1", DateTime.UtcNow.AddMilliseconds(200));
        Assert.Equal("50", await hub.EntityAsync("@counter@s"));

        await Eventually.TrueAsync(async () => await hub.EntityAsync("@counter@s") is "51");
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task Signals_of_a_client_are_taken_in_their_order(HubMode mode)
    {
        await using var hub = await new TestHub(mode).StartAsync();
        for (var i = 1; i <= 10; i++)
        {
            await hub.SignalAsync("@counter@o", "delete");
            await hub.SignalAsync("@counter@o", "add", $"{i}");
        }

        await Eventually.TrueAsync(async () => await hub.EntityAsync("@counter@o") is "10");
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task A_deleted_entity_leaves_nothing_and_can_come_back(HubMode mode)
    {
        await using var hub = await new TestHub(mode).StartAsync();
        await hub.SignalAsync("@counter@d", "add", "3");
        await Eventually.TrueAsync(async () => await hub.EntityAsync("@counter@d") is "3");

        await hub.SignalAsync("@counter@d", "delete");
        await Eventually.TrueAsync(() => hub.Count("Instance") + hub.Count("Payload") + hub.Count("Inbox") == 0);

        await hub.SignalAsync("@counter@d", "add", "4");
        await Eventually.TrueAsync(async () => await hub.EntityAsync("@counter@d") is "4");
    }

    [Fact]
    public async Task A_purged_entity_gets_what_was_on_its_way_to_it()
    {
        await using var hub = await new TestHub().StartAsync();
        await hub.SignalAsync("@counter@p", "add", "3");
        await Eventually.TrueAsync(async () => await hub.EntityAsync("@counter@p") is "3");
        await hub.SignalAsync("@counter@p", "add", "4", DateTime.UtcNow.AddSeconds(1));

        Assert.Equal(1, (await hub.Service.PurgeInstanceStateAsync("@counter@p")).DeletedInstanceCount);

        Assert.Null(await hub.EntityAsync("@counter@p"));
        await Eventually.TrueAsync(async () => await hub.EntityAsync("@counter@p") is "4");
    }

    [Theory]
    [InlineData("add", "7")]
    [InlineData("delete", null)]
    public async Task An_entity_that_is_purged_while_it_works_keeps_what_it_worked_on(string operation, string? expected)
    {
        await using var hub = await new TestHub().StartAsync();
        await hub.SignalAsync("@counter@p", "add", "3");
        await Eventually.TrueAsync(async () => await hub.EntityAsync("@counter@p") is "3");
        await Eventually.TrueAsync(() => hub.Count("Inbox") == 0);
        await hub.Service.Store.WriteAsync(database =>
        {
            InstanceTable.DeleteRow(database, InstanceTable.Find(database, "@counter@p")!.Id);
            database.Execute("INSERT INTO Instance(InstanceId, ExecutionId, Kind, Status, Created, Updated) VALUES('x', 'y', 0, 1, 0, 0)");
        });

        await hub.SignalAsync("@counter@p", operation, "4");

        await Eventually.TrueAsync(() => hub.Count("Inbox") == 0);
        Assert.Equal(expected, await hub.EntityAsync("@counter@p"));
        Assert.Equal(1, hub.Count("Instance", "InstanceId = 'x'"));
    }

    [Fact]
    public async Task Entities_are_queried_in_pages()
    {
        await using var hub = await new TestHub().StartAsync();
        foreach (var key in (string[])["a", "b", "c"])
        {
            await hub.SignalAsync($"@counter@{key}", "add", "1");
            await Eventually.TrueAsync(async () => await hub.EntityAsync($"@counter@{key}") is "1");
        }

        List<string> found = [];
        EntityBackendQueries.EntityQuery query = new() { InstanceIdStartsWith = "@counter@", IncludeState = true, PageSize = 2 };
        do
        {
            var page = await hub.Service.EntityBackendQueries.QueryEntitiesAsync(query, Cancel);
            found.AddRange(page.Results.Select(entity => entity.EntityId.Key + entity.SerializedState));
            query.ContinuationToken = page.ContinuationToken;
        }
        while (query.ContinuationToken is not null);

        Assert.Equal(["a1", "b1", "c1"], found);
    }

    [Fact]
    public async Task The_lock_of_an_orchestration_that_is_gone_is_released()
    {
        await using var hub = await new TestHub().Orchestration("lock", async script =>
        {
            await script.LockAsync(new EntityId("counter", "x"));
            return await script.EventAsync("never");
        }).StartAsync();
        await hub.StartAsync("lock", "l");
        await Eventually.TrueAsync(async () => await LockOwnerAsync(hub) is "l");
        await hub.Client.TerminateInstanceAsync(new() { InstanceId = "l" }, "");
        await hub.EndOfAsync("l");

        var cleaned = await hub.Service.EntityBackendQueries.CleanEntityStorageAsync(new() { ReleaseOrphanedLocks = true }, Cancel);

        Assert.Equal(1, cleaned.OrphanedLocksReleased);
        await Eventually.TrueAsync(async () => await LockOwnerAsync(hub) is null);
    }

    [Fact]
    public async Task An_orchestration_under_an_entity_like_id_stays_pending_and_harms_nobody()
    {
        await using var hub = await new TestHub().Orchestration("echo", script => script.CallAsync("echo", "x")).StartAsync();
        await hub.StartAsync("echo", "@x");

        Assert.Equal("x", await hub.RunAsync("echo", "other"));
        Assert.Equal(DurableTask.Core.OrchestrationStatus.Pending, (await hub.StateOfAsync("@x"))!.OrchestrationStatus);
    }

    private static async Task<string?> LockOwnerAsync(TestHub hub) =>
        (await hub.Service.EntityBackendQueries.GetEntityAsync(new EntityId("counter", "x"), false, true, Cancel))?.LockedBy;
}
