using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

public sealed class LifecycleTests
{
    private static TestFunctions Functions => new TestFunctions()
        .Activity<int, int>("Echo", n => n)
        .Orchestrator("Echo", context => context.CallActivityAsync<int>("Echo", context.GetInput<int>()))
        .Orchestrator("Pair", async context =>
            await context.WaitForExternalEvent<string>("first") + await context.WaitForExternalEvent<string>("second"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_suspended_run_takes_nothing_in_until_it_is_resumed(bool kill)
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        var id = await bed.BeginAsync("Pair");
        await bed.Client.SuspendInstanceAsync(id, "a pause", TestContext.Current.CancellationToken);
        await bed.RaiseAsync(id, "first", "1");
        await bed.RaiseAsync(id, "second", "2");
        await EngineBed.UntilAsync(async () => (await bed.StateAsync(id)).RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
        if (kill)
        {
            await bed.KillAsync();
        }

        Assert.DoesNotContain(await bed.HistoryAsync(id), r => r.Kind == FuseDeskFlows.EmbeddedHost.Engine.HistoryKind.EventRaised);

        await bed.Client.ResumeInstanceAsync(id, "go on", TestContext.Current.CancellationToken);

        Assert.Equal("12", (await bed.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_suspended_run_can_be_terminated()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        var id = await bed.BeginAsync("Pair");
        await bed.Client.SuspendInstanceAsync(id, TestContext.Current.CancellationToken);
        await bed.Client.TerminateInstanceAsync(id, "enough", TestContext.Current.CancellationToken);

        var end = await bed.EndAsync(id);

        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "enough"), (end.RuntimeStatus, end.ReadOutputAs<string>()));
    }

    [Fact]
    public async Task The_same_id_in_parallel_starts_once()
    {
        await using var bed = await EngineBed.StartAsync(Functions);

        var starts = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                await bed.BeginAsync("Pair", id: "same");
                return true;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return false;
            }
        }));

        Assert.Single(starts, started => started);
    }

    [Fact]
    public async Task An_ended_run_gives_its_id_to_a_new_one_unless_told_otherwise()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        await bed.EndAsync(await bed.BeginAsync("Echo", 1, "same"));
        var keep = new StartOrchestrationOptions("same").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            bed.Client.ScheduleNewOrchestrationInstanceAsync("Echo", 2, keep, TestContext.Current.CancellationToken));
        Assert.Equal(1, (await bed.StateAsync("same")).ReadOutputAs<int>());
        await bed.BeginAsync("Echo", 3, "same");

        await EngineBed.UntilAsync(async () => (await bed.EndAsync("same")).ReadOutputAs<int>() == 3);
    }

    [Fact]
    public async Task A_running_one_is_replaced_when_the_caller_allows_it()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        await bed.BeginAsync("Pair", id: "same");
        await bed.RaiseAsync("same", "first", "old ");
        await EngineBed.UntilAsync(async () => (await bed.HistoryAsync("same")).Any(r => r.Data == "\"old \""));
        var replace = new StartOrchestrationOptions("same") { DedupeStatuses = [] };

        await bed.Client.ScheduleNewOrchestrationInstanceAsync("Pair", null, replace, TestContext.Current.CancellationToken);
        await bed.RaiseAsync("same", "second", "2");
        await bed.RaiseAsync("same", "first", "1");

        Assert.Equal("12", (await bed.EndAsync("same")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_restart_runs_the_same_input_under_the_same_or_a_new_id()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        var id = await bed.BeginAsync("Echo", 5);
        await bed.EndAsync(id);

        var again = await bed.Client.RestartAsync(id, restartWithNewInstanceId: true, TestContext.Current.CancellationToken);

        Assert.Equal(5, (await bed.EndAsync(again)).ReadOutputAs<int>());
        Assert.Equal(id, await bed.Client.RestartAsync(id, cancellation: TestContext.Current.CancellationToken));
        await EngineBed.UntilAsync(() => bed.Functions.CallsOf("Echo") == 3);
        await Assert.ThrowsAsync<ArgumentException>(() => bed.Client.RestartAsync("nobody", cancellation: TestContext.Current.CancellationToken));
        var running = await bed.BeginAsync("Pair");
        await Assert.ThrowsAsync<InvalidOperationException>(() => bed.Client.RestartAsync(running, cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Runs_are_listed_by_filter_page_by_page_in_the_order_of_their_creation()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        for (var i = 0; i < 7; i++)
        {
            await bed.EndAsync(await bed.BeginAsync("Echo", i, $"echo-{i}"));
            bed.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await bed.BeginAsync("Pair", id: "pair-1");
        var query = new OrchestrationQuery(
            CreatedFrom: bed.Time.Start.AddMinutes(2), Statuses: [OrchestrationRuntimeStatus.Completed], InstanceIdPrefix: "echo-", PageSize: 2);
        var pages = new List<string>();
        await foreach (var page in bed.Client.GetAllInstancesAsync(query).AsPages().WithCancellation(TestContext.Current.CancellationToken))
        {
            pages.Add(string.Join(' ', page.Values.Select(i => i.InstanceId)));
        }

        Assert.Equal(["echo-2 echo-3", "echo-4 echo-5", "echo-6"], pages);
    }

    [Fact]
    public async Task A_token_of_another_list_begins_anywhere_but_is_no_error()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        await bed.EndAsync(await bed.BeginAsync("Echo", 1, "echo-1"));

        var pages = bed.Client.GetAllInstancesAsync(new OrchestrationQuery()).AsPages("none|of ours");

        Assert.Single(Assert.Single(await pages.ToListAsync(TestContext.Current.CancellationToken)).Values);
    }

    [Fact]
    public async Task Only_ended_runs_are_purged()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        for (var i = 0; i < 3; i++)
        {
            await bed.EndAsync(await bed.BeginAsync("Echo", i));
        }

        var running = await bed.BeginAsync("Pair");

        var one = await bed.Client.PurgeInstanceAsync(running, TestContext.Current.CancellationToken);
        var all = await bed.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(), TestContext.Current.CancellationToken);

        Assert.Equal((0, 3), (one.PurgedInstanceCount, all.PurgedInstanceCount));
        Assert.NotNull(await bed.Client.GetInstanceAsync(running, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_runs_are_purged_page_by_page_to_the_last()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        var ids = await Task.WhenAll(Enumerable.Range(0, 250).Select(i => bed.BeginAsync("Echo", i)));
        foreach (var id in ids)
        {
            await bed.EndAsync(id);
        }

        var before = bed.Engine.Counters.Units;

        var purged = await bed.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(), TestContext.Current.CancellationToken);

        Assert.Equal(250, purged.PurgedInstanceCount);
        Assert.InRange(bed.Engine.Counters.Units - before, 3, 10);
    }

    [Fact]
    public async Task Waiting_for_the_start_returns_a_run_that_has_not_ended()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        var id = await bed.BeginAsync("Pair");

        Assert.True((await bed.Client.WaitForInstanceStartAsync(id, TestContext.Current.CancellationToken)).IsRunning);
        await Assert.ThrowsAsync<ArgumentException>(() => bed.Client.WaitForInstanceStartAsync("nobody", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_client_that_waits_is_told_when_the_engine_stops()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        var wait = bed.EndAsync(await bed.BeginAsync("Pair"));

        await bed.Engine.StopAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidOperationException>(() => wait);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("@a@b")]
    public async Task Ids_that_Azure_refuses_are_refused(string id)
    {
        await using var bed = await EngineBed.StartAsync(Functions);

        await Assert.ThrowsAsync<ArgumentException>(() => bed.BeginAsync("Pair", id: id));
    }
}
