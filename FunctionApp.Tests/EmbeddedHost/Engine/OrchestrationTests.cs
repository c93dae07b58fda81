using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

public sealed class OrchestrationTests
{
    [Fact]
    public async Task An_orchestration_calls_activities_and_returns_their_sum()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Activity<int, int>("Double", n => 2 * n)
            .Orchestrator("Sum", async context =>
            {
                var sum = 0;
                for (var i = 1; i <= context.GetInput<int>(); i++)
                {
                    sum += await context.CallActivityAsync<int>("double", i);
                }

                return sum;
            }));

        Assert.Equal(110, await bed.ResultAsync<int>("SUM", 10));
        Assert.Equal(10, bed.Functions.CallsOf("Double"));
    }

    [Fact]
    public async Task Activities_fan_out_and_their_results_come_back_in_place()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Activity<int, int>("Double", n => 2 * n)
            .Orchestrator("Fan", context => Task.WhenAll(Enumerable.Range(0, 50).Select(i => context.CallActivityAsync<int>("Double", i)))));

        Assert.Equal(Enumerable.Range(0, 50).Select(i => 2 * i), await bed.ResultAsync<int[]>("Fan"));
    }

    [Fact]
    public async Task No_more_activities_run_at_once_than_allowed()
    {
        var running = 0;
        var most = 0;
        await using var bed = await EngineBed.StartAsync(
            new TestFunctions()
                .Activity<int, int>("Work", async (n, stop) =>
                {
                    InterlockedMax(ref most, Interlocked.Increment(ref running));
                    await Task.Delay(5, stop);
                    Interlocked.Decrement(ref running);
                    return n;
                })
                .Orchestrator("Fan", context => Task.WhenAll(Enumerable.Range(0, 20).Select(i => context.CallActivityAsync<int>("Work", i)))),
            options => options with { MaxConcurrentActivities = 3 });

        Assert.Equal(20, (await bed.ResultAsync<int[]>("Fan"))!.Length);
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task An_unhandled_activity_failure_fails_the_orchestration_with_both_causes()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Activity<int, int>("Break", _ => throw new InvalidDataException("outer", new TimeoutException("inner")))
            .Orchestrator("Run", context => context.CallActivityAsync<int>("Break", 1)));

        var end = await bed.RunAsync("Run");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.True(end.FailureDetails!.IsCausedBy<TaskFailedException>());
        Assert.True(end.FailureDetails.InnerFailure!.IsCausedBy<InvalidDataException>());
        Assert.Equal("inner", end.FailureDetails.InnerFailure.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task A_caught_failure_tells_the_task_and_the_exception_types_it_derives_from()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Activity<int, int>("Break", _ => throw new FileNotFoundException("no file"))
            .Orchestrator("Run", async context =>
            {
                try
                {
                    return (await context.CallActivityAsync<int>("Break", 1)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                }
                catch (TaskFailedException e)
                {
                    return $"{e.TaskName} {e.TaskId} {e.FailureDetails.IsCausedBy<IOException>()} {e.FailureDetails.IsCausedBy<TimeoutException>()}";
                }
            }));

        Assert.Equal("Break 0 True False", await bed.ResultAsync<string>("Run"));
    }

    [Fact]
    public async Task An_unknown_activity_fails_and_is_not_retried()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Run", context =>
            context.CallActivityAsync<int>("Nothing", options: TaskOptions.FromRetryPolicy(new(5, TimeSpan.FromHours(1))))));

        var end = await bed.RunAsync("Run");

        Assert.Equal("ActivityTaskNotFound", end.FailureDetails!.InnerFailure!.ErrorType);
        await Assert.ThrowsAsync<ArgumentException>(() => bed.BeginAsync("Nowhere"));
    }

    [Fact]
    public async Task Guids_are_version_5_and_differ_within_a_run()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Orchestrator("Guids", context => Task.FromResult(new[] { context.NewGuid(), context.NewGuid(), context.NewGuid() })));

        var guids = await bed.ResultAsync<Guid[]>("Guids");

        Assert.Equal(3, guids!.Distinct().Count());
        Assert.All(guids!, g => Assert.Equal((5, 8), (g.Version, g.Variant & 0xC)));
    }

    [Fact]
    public async Task Custom_status_and_tags_are_seen_and_only_data_that_was_asked_for()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Wait", async context =>
        {
            context.SetCustomStatus(new { phase = "reading" });
            await context.WaitForExternalEvent<string>("go");
            return context.Version;
        }));
        var options = new StartOrchestrationOptions("a-run") { Tags = new Dictionary<string, string> { ["flow"] = "triage" }, Version = "1.2" };
        await bed.Client.ScheduleNewOrchestrationInstanceAsync("Wait", "input", options, TestContext.Current.CancellationToken);

        await EngineBed.UntilAsync(async () => (await bed.StateAsync("a-run")).SerializedCustomStatus == "{\"phase\":\"reading\"}");
        var plain = await bed.Client.GetInstanceAsync("a-run", TestContext.Current.CancellationToken);
        await bed.RaiseAsync("a-run", "GO", "now");

        Assert.Equal((null, null, "triage"), (plain!.SerializedInput, plain.SerializedCustomStatus, plain.Tags["flow"]));
        Assert.Equal("1.2", (await bed.EndAsync("a-run")).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(8190, OrchestrationRuntimeStatus.Completed)]
    [InlineData(8191, OrchestrationRuntimeStatus.Failed)]
    public async Task A_custom_status_over_16_KB_of_UTF16_fails_the_run(int length, OrchestrationRuntimeStatus expected)
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Status", context =>
        {
            context.SetCustomStatus(new string('x', length)); // and two quotation marks as JSON
            return Task.FromResult(1);
        }));

        var end = await bed.RunAsync("Status");

        Assert.Equal(expected, end.RuntimeStatus);
        if (expected == OrchestrationRuntimeStatus.Failed)
        {
            Assert.Contains("16 KB", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Continue_as_new_starts_over_with_an_empty_history_and_keeps_events()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Activity<string, string>("Note", s => s)
            .Orchestrator("Loop", async context =>
            {
                var seen = context.GetInput<string>() ?? string.Empty;
                seen += await context.WaitForExternalEvent<string>("item");
                await context.CallActivityAsync("Note", seen);
                if (seen.Length < 5)
                {
                    context.ContinueAsNew(seen);
                }

                return seen;
            }));
        var id = await bed.BeginAsync("Loop");

        foreach (var item in "abcde")
        {
            await bed.RaiseAsync(id, "item", item.ToString());
        }

        Assert.Equal("abcde", (await bed.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(5, bed.Functions.CallsOf("Note"));
        Assert.Single(await bed.HistoryAsync(id), r => r.Kind == FuseDeskFlows.EmbeddedHost.Engine.HistoryKind.TaskScheduled);
    }

    [Fact]
    public async Task Continue_as_new_keeps_the_order_of_kept_and_later_events()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Order", async context =>
        {
            if (context.GetInput<int>() == 0)
            {
                await context.WaitForExternalEvent<int>("go");
                context.ContinueAsNew(1);
                return string.Empty;
            }

            var seen = string.Empty;
            while (seen.Length < 4)
            {
                seen += await context.WaitForExternalEvent<int>("item");
            }

            return seen;
        }));
        var id = await bed.BeginAsync("Order", 0);
        await bed.Client.SuspendInstanceAsync(id, TestContext.Current.CancellationToken);
        foreach (var (name, value) in new[] { ("item", 1), ("item", 2), ("go", 0), ("item", 3), ("item", 4) })
        {
            await bed.RaiseAsync(id, name, value);
        }

        await bed.Client.ResumeInstanceAsync(id, TestContext.Current.CancellationToken);

        Assert.Equal("1234", (await bed.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_result_for_an_earlier_generation_is_not_taken_for_the_present_one()
    {
        using var late = new SemaphoreSlim(0);
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Activity<int, int>("Work", async (n, _) =>
            {
                if (n == 0)
                {
                    await late.WaitAsync(CancellationToken.None);
                }

                return n;
            })
            .Orchestrator("Twice", async context =>
            {
                var generation = context.GetInput<int>();
                if (generation == 0)
                {
                    _ = context.CallActivityAsync<int>("Work", 0);
                    await context.WaitForExternalEvent<int>("go");
                    context.ContinueAsNew(1);
                    return -1;
                }

                var timer = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                await context.WaitForExternalEvent<int>("end");
                return timer.IsCompleted ? -2 : 1;
            }));
        var id = await bed.BeginAsync("Twice", 0);
        await bed.RaiseAsync(id, "go", 0);
        await bed.SleepersAsync(1);
        var before = bed.Engine.Counters.Units;
        late.Release();
        await EngineBed.UntilAsync(() => bed.Engine.Counters.Units >= before + 2);
        await bed.RaiseAsync(id, "end", 0);

        Assert.Equal(1, (await bed.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Continue_as_new_can_drop_events()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Once", async context =>
        {
            if (context.GetInput<int>() == 1)
            {
                return await context.WaitForExternalEvent<string>("item");
            }

            await context.WaitForExternalEvent<string>("go");
            context.ContinueAsNew(1, preserveUnprocessedEvents: false);
            return string.Empty;
        }));
        var id = await bed.BeginAsync("Once", 0);
        await bed.RaiseAsync(id, "item", "early");
        await bed.RaiseAsync(id, "go");

        await EngineBed.UntilAsync(async () => (await bed.StateAsync(id)).SerializedInput == "1");
        await bed.RaiseAsync(id, "item", "late");

        Assert.Equal("late", (await bed.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Code_that_awaits_something_not_durable_fails_and_does_not_hang()
    {
        var never = new TaskCompletionSource();
        var foreign = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Orchestrator("Alone", async _ =>
            {
                await never.Task;
                return 1;
            })
            .Orchestrator("Beside", async context =>
            {
                await Task.WhenAny(foreign.Task, context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None));
                return 1;
            }));

        Assert.Contains("not durable", (await bed.RunAsync("Alone")).FailureDetails!.ErrorMessage, StringComparison.Ordinal);

        var beside = await bed.BeginAsync("Beside");
        await bed.SleepersAsync(1);
        foreign.SetResult();
        Assert.Contains("not durable", (await bed.EndAsync(beside)).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
        }
    }
}
