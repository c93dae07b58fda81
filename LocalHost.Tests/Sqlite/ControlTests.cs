using DurableTask.Core;
using DurableTask.Core.Exceptions;
using LocalHost.Tests.Sqlite.Support;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Sqlite;

public sealed class ControlTests
{
    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task A_running_instance_is_terminated_with_the_reason_as_its_output(HubMode mode)
    {
        await using var hub = await WaitingHubAsync(mode);
        await hub.StartAsync("wait", "w", "1");
        await hub.StatusAsync("w", OrchestrationStatus.Running);

        await hub.Client.TerminateInstanceAsync(Instance("w"), "enough");

        var ended = await hub.EndOfAsync("w");
        Assert.Equal((OrchestrationStatus.Terminated, "enough"), (ended.OrchestrationStatus, ended.Output));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task A_suspended_instance_holds_its_events_until_it_is_resumed(HubMode mode)
    {
        await using var hub = await WaitingHubAsync(mode);
        await hub.StartAsync("wait", "w", "1");
        await hub.StatusAsync("w", OrchestrationStatus.Running);

        await hub.Client.SuspendInstanceAsync(Instance("w"), "hold");
        await hub.StatusAsync("w", OrchestrationStatus.Suspended);
        Assert.Equal("hold", (await hub.StateOfAsync("w"))!.Output);
        await hub.RaiseAsync("w", "e", "late");
        await Eventually.TrueAsync(() => hub.Count("Inbox") == 0);
        Assert.Equal(OrchestrationStatus.Suspended, (await hub.StateOfAsync("w"))!.OrchestrationStatus);
        await hub.Client.ResumeInstanceAsync(Instance("w"), "go on");

        Assert.Equal("late", await hub.OutputOfAsync("w"));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task A_running_id_is_refused_a_finished_one_reused_and_with_no_dedupe_any_replaced(HubMode mode)
    {
        await using var hub = await WaitingHubAsync(mode);
        await hub.RaiseAfterStartAsync("wait", "w", "first");
        await hub.StartAsync("wait", "w", "2");

        var refused = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => hub.StartAsync("wait", "w", "1"));
        Assert.Contains("already exists", refused.Message, StringComparison.Ordinal);
        await hub.StatusAsync("w", OrchestrationStatus.Running);
        await hub.Client.CreateOrchestrationInstanceAsync("wait", "", "w", "1", null, []);
        await hub.RaiseAsync("w", "e", "new");

        Assert.Equal("new", await hub.OutputOfAsync("w"));
        Assert.Equal(1, hub.Count("Instance"));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task A_parent_is_told_that_the_id_of_its_child_is_taken(HubMode mode)
    {
        await using var hub = new TestHub(mode).Orchestration("wait", WaitAsync).Orchestration("parent", async script =>
        {
            try
            {
                return await script.CallChildAsync("wait", "busy", "1");
            }
            catch (SubOrchestrationFailedException e)
            {
                return e.Message;
            }
        });
        await hub.StartAsync();
        await hub.StartAsync("wait", "busy", "1");

        Assert.Equal("An instance with the id 'busy' is running.", await hub.RunAsync("parent", "p"));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task A_rewind_runs_what_failed_again_and_nothing_else(HubMode mode)
    {
        var (broken, runs) = (true, 0);
        await using var hub = new TestHub(mode)
            .Activity("count", input => $"{input}{Interlocked.Increment(ref runs)}")
            .Activity("break", input => broken ? throw new InvalidOperationException("broken") : input)
            .Orchestration("child", script => script.CallAsync("break", "mended"))
            .Orchestration("parent", async script =>
                await script.CallAsync("count", "a") + await script.CallChildAsync("child", $"{script.Id}:child", ""));
        await hub.StartAsync();
        await hub.StartAsync("parent", "p");
        Assert.Equal(OrchestrationStatus.Failed, (await hub.EndOfAsync("p")).OrchestrationStatus);

        broken = false;
        await hub.Service.RewindTaskOrchestrationAsync("p", "mended");
        await hub.StatusAsync("p", OrchestrationStatus.Completed);

        Assert.Equal("a1mended", await hub.OutputOfAsync("p"));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task A_scheduled_start_waits_and_keeps_the_events_that_come_before_it(HubMode mode)
    {
        await using var hub = await WaitingHubAsync(mode);
        var start = DateTime.UtcNow.AddMilliseconds(300);
        await hub.ScheduleAsync("wait", "s", "1", start);
        await hub.RaiseAsync("s", "e", "before");
        Assert.Equal(OrchestrationStatus.Pending, (await hub.StateOfAsync("s"))!.OrchestrationStatus);

        Assert.Equal("before", await hub.OutputOfAsync("s"));
        Assert.True(DateTime.UtcNow >= start);
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task A_scheduled_start_is_terminated_at_once(HubMode mode)
    {
        await using var hub = await WaitingHubAsync(mode);
        await hub.ScheduleAsync("wait", "s", "1", DateTime.UtcNow.AddDays(1));

        await hub.Client.TerminateInstanceAsync(Instance("s"), "no");

        var ended = await hub.EndOfAsync("s");
        Assert.Equal((OrchestrationStatus.Terminated, "no"), (ended.OrchestrationStatus, ended.Output));
        Assert.Equal(0, hub.Count("Inbox"));
    }

    [Fact]
    public async Task An_activity_of_a_terminated_instance_ends_without_a_trace()
    {
        using SemaphoreSlim running = new(0);
        using SemaphoreSlim release = new(0);
        await using var hub = await new TestHub().Activity("slow", input =>
        {
            running.Release();
            release.Wait();
            return input;
        }).Orchestration("call", script => script.CallAsync("slow", "x")).StartAsync();
        await hub.StartAsync("call", "c");
        await running.WaitAsync(TestContext.Current.CancellationToken);

        await hub.Client.TerminateInstanceAsync(Instance("c"), "no");
        await hub.EndOfAsync("c");
        release.Release();

        Assert.Equal(0, hub.Count("Task"));
        Assert.Equal(OrchestrationStatus.Terminated, (await hub.StateOfAsync("c"))!.OrchestrationStatus);
    }

    [Fact]
    public async Task What_a_replaced_instance_had_under_way_does_not_reach_the_one_in_its_place()
    {
        using SemaphoreSlim running = new(0);
        using SemaphoreSlim release = new(0);
        await using var hub = await new TestHub().Activity("slow", input =>
        {
            running.Release();
            release.Wait();
            return input;
        }).Orchestration("call", async script => await script.CallAsync("slow", script.Input) + await script.EventAsync("e")).StartAsync();
        await hub.StartAsync("call", "c", "old");
        await running.WaitAsync(TestContext.Current.CancellationToken);

        await hub.ScheduleAsync("call", "c", "new", DateTime.UtcNow.AddMilliseconds(300), []);
        release.Release(2);
        await hub.RaiseAsync("c", "e", "!");

        Assert.Equal("new!", await hub.OutputOfAsync("c"));
        Assert.Equal(0, hub.Count("Task") + hub.Count("Inbox"));
    }

    private static OrchestrationInstance Instance(string id) => new() { InstanceId = id };

    private static Task<TestHub> WaitingHubAsync(HubMode mode) => new TestHub(mode).Orchestration("wait", WaitAsync).StartAsync();

    private static async Task<string> WaitAsync(Script script)
    {
        List<string> events = [];
        while (events.Count < int.Parse(script.Input, System.Globalization.CultureInfo.InvariantCulture))
        {
            events.Add(await script.EventAsync("e"));
        }

        return string.Join(',', events);
    }
}
