using Microsoft.DurableTask;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

public sealed class TimerTests
{
    private static TestFunctions Functions => new TestFunctions()
        .Orchestrator("Sleep", async context =>
        {
            var start = context.CurrentUtcDateTime;
            await context.CreateTimer(context.GetInput<TimeSpan>(), CancellationToken.None);
            return (context.CurrentUtcDateTime - start).TotalMinutes;
        })
        .Orchestrator("Race", async context =>
        {
            using var end = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(1), end.Token);
            var arrival = context.WaitForExternalEvent<string>("go");
            if (await Task.WhenAny(timer, arrival) == timer)
            {
                return "late";
            }

            end.Cancel();
            return $"{await arrival} {timer.IsCanceled} {await context.WaitForExternalEvent<string>("end")}";
        })
        .Orchestrator("CancelAtOnce", async context =>
        {
            using var end = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(1), end.Token);
            end.Cancel();
            try
            {
                await timer;
                return "fired";
            }
            catch (TaskCanceledException)
            {
                await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                return "cancelled";
            }
        });

    [Fact]
    public async Task An_hours_wait_passes_in_a_moment()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        var id = await bed.BeginAsync("Sleep", TimeSpan.FromHours(1));

        await bed.SleepAsync(TimeSpan.FromMinutes(59));
        await bed.SleepAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(60, (await bed.EndAsync(id)).ReadOutputAs<double>());
    }

    [Fact]
    public async Task A_wait_goes_on_over_a_kill_and_fires_if_its_time_has_passed_meanwhile()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        var id = await bed.BeginAsync("Sleep", TimeSpan.FromHours(1));
        await bed.SleepersAsync(1);

        await bed.KillAsync();
        await bed.SleepersAsync(1);
        bed.Time.Advance(TimeSpan.FromHours(2));
        await bed.KillAsync();

        Assert.Equal(120, (await bed.EndAsync(id)).ReadOutputAs<double>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cancelled_timer_is_gone_also_after_a_kill(bool kill)
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        var id = await bed.BeginAsync("Race");
        await bed.SleepersAsync(1);
        if (kill)
        {
            await bed.KillAsync();
        }

        await bed.RaiseAsync(id, "go", "went");

        await bed.SleepersAsync(0);
        await bed.RaiseAsync(id, "end", "ended");
        Assert.Equal("went True ended", (await bed.EndAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_timer_cancelled_in_the_step_that_made_it_never_sleeps(bool kill)
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        var id = await bed.BeginAsync("CancelAtOnce");
        await bed.SleepersAsync(1);
        if (kill)
        {
            await bed.KillAsync();
        }

        await bed.SleepAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("cancelled", (await bed.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Timers_that_fell_due_during_a_pause_fire_in_the_order_of_their_times_after_events()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Order", async context =>
        {
            var order = new List<string>();
            async Task Note(Task task, string name)
            {
                await task;
                order.Add(name);
            }

            await Task.WhenAll(
                Note(context.CreateTimer(TimeSpan.FromHours(2), CancellationToken.None), "2h"),
                Note(context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None), "1h"),
                Note(context.WaitForExternalEvent<int>("event"), "event"));
            return string.Join(' ', order);
        }));
        var id = await bed.BeginAsync("Order");
        await bed.SleepersAsync(2);
        await bed.Client.SuspendInstanceAsync(id, TestContext.Current.CancellationToken);
        await bed.RaiseAsync(id, "event", 1);
        bed.Time.Advance(TimeSpan.FromHours(3));
        await bed.Client.ResumeInstanceAsync(id, TestContext.Current.CancellationToken);

        Assert.Equal("event 1h 2h", (await bed.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Ten_thousand_sleepers_are_rows_and_one_heap()
    {
        const int Count = 10_000;
        await using var bed = await EngineBed.StartAsync(Functions, options => options with { MaxCachedInstances = 100 });
        await Task.WhenAll(Enumerable.Range(0, Count).Select(i => bed.BeginAsync("Sleep", TimeSpan.FromHours(1), $"sleeper-{i}")));

        await bed.SleepersAsync(Count);
        await EngineBed.UntilAsync(() => bed.Engine.Counters.Mailboxes == 0);
        Assert.InRange(bed.Engine.Counters.CachedInstances, 1, 100);
        var before = bed.Engine.Counters.Units;
        await bed.KillAsync();
        await bed.SleepersAsync(Count);
        Assert.Equal((0, 0), (bed.Engine.Counters.CachedInstances, bed.Engine.Counters.Mailboxes));
        Assert.Equal(2 * Count, before);
    }

    [Fact]
    public async Task A_scheduled_start_waits_for_its_time_and_early_events_wait_with_it()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Later", async context =>
            await context.WaitForExternalEvent<string>("go") + context.CurrentUtcDateTime.Hour));
        var options = new StartOrchestrationOptions("later", bed.Time.GetUtcNow().AddHours(3));
        await bed.Client.ScheduleNewOrchestrationInstanceAsync("Later", options, TestContext.Current.CancellationToken);
        await bed.RaiseAsync("later", "go", "at ");

        await bed.KillAsync();
        await bed.SleepersAsync(1);
        Assert.Equal(Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Pending, (await bed.StateAsync("later")).RuntimeStatus);
        bed.Time.Advance(TimeSpan.FromHours(3));

        Assert.Equal("at 12", (await bed.EndAsync("later")).ReadOutputAs<string>());
    }
}
