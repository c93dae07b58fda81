using DurableSqlite.Dispatch;
using DurableTask.Core;
using DurableTask.Core.History;
using LocalHost.Tests.Sqlite.Support;

namespace LocalHost.Tests.Sqlite;

public sealed class DispatchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_waits_for_its_start_is_queued_again_only_if_something_came_meanwhile(bool comesMeanwhile)
    {
        SessionTable sessions = new(keptInstances: 0, separatesEntities: () => true);
        sessions.Deliver(Message());
        var locked = (await sessions.LockNextAsync(entities: false, TimeSpan.FromMinutes(1), Cancel))!.Value;
        if (comesMeanwhile)
        {
            sessions.Deliver(Message());
        }

        sessions.GiveBack(locked.Session, locked.Messages);
        sessions.Unlock(locked.Session, waits: true);

        Assert.Equal(comesMeanwhile ? 1 : 0, sessions.Counts.Queued);
    }

    [Fact]
    public async Task Waits_leave_nothing_behind_and_may_be_as_long_as_one_likes()
    {
        await using var hub = await new TestHub().Orchestration("echo", script => script.CallAsync("echo", "x")).StartAsync();
        await hub.RunAsync("echo", "ended");
        await hub.EndOfAsync("ended");
        Assert.Null(await hub.Service.WaitForOrchestrationAsync("never", null, TimeSpan.FromMilliseconds(20), Cancel));
        Assert.Equal(0, hub.Service.InMemory.Waiters);

        var longest = hub.Service.WaitForOrchestrationAsync("long", null, TimeSpan.FromDays(1000), Cancel);
        Assert.Equal(1, hub.Service.InMemory.Waiters);
        await hub.RunAsync("echo", "long");
        Assert.Equal(OrchestrationStatus.Completed, (await longest)?.OrchestrationStatus);
    }

    [Fact]
    public async Task What_is_asked_after_the_end_does_not_open_the_file_again()
    {
        await using var hub = await new TestHub().StartAsync();
        await hub.StopAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => hub.StateOfAsync("x"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => hub.StartAsync("echo", "x"));
        await using FileStream free = new(hub.Path + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    private static TaskMessage Message() => new()
    {
        OrchestrationInstance = new OrchestrationInstance { InstanceId = "i" },
        Event = new EventRaisedEvent(-1, "1") { Name = "e" },
    };
}
