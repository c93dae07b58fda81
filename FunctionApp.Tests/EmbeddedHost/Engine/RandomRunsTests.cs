using FuseDeskFlows.EmbeddedHost.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

/// <summary>Random graphs of activities, failures with retries, timers, children, entities and continue-as-new, killed at random moments.</summary>
public sealed class RandomRunsTests
{
    private const int Rounds = 2;

    private static readonly EntityInstanceId Counter = new("counter", "1");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Kills_change_neither_the_result_nor_what_entities_saw(int seed)
    {
        var plan = new Plan("parallel", 0, [Plan.Grow(new Random(seed), 3), Plan.Grow(new Random(seed + 100), 3)]);
        var expected = await RunAsync(plan, kills: null);

        var killed = await RunAsync(plan, kills: new Random(seed));

        Assert.Equal(expected, killed);
        Assert.Equal(Rounds * (plan.Count("call") + plan.Count("signal")), killed.Counted);
    }

    private static async Task<(string? Output, int Counted)> RunAsync(Plan plan, Random? kills)
    {
        await using var bed = await EngineBed.StartAsync(Functions(), options => options with { MaxCachedInstances = kills is null ? 100 : 3 });
        var id = await bed.BeginAsync("Rounds", new Round(plan, Rounds, string.Empty));
        var left = kills is null ? 0 : 25;
        await EngineBed.UntilAsync(async () =>
        {
            if (bed.Engine.Counters.Sleepers > 0)
            {
                bed.Time.Advance(TimeSpan.FromMinutes(20));
            }

            if (left > 0)
            {
                await Task.Delay(kills!.Next(12));
                if (left % 5 == 0)
                {
                    await bed.Client.SuspendInstanceAsync(id, CancellationToken.None);
                }

                await bed.KillAsync();
                await bed.Client.ResumeInstanceAsync(id, CancellationToken.None);
                left--;
            }

            return (await bed.StateAsync(id)).IsCompleted;
        });
        var end = await bed.EndAsync(id);
        Assert.Equal((OrchestrationRuntimeStatus.Completed, null), (end.RuntimeStatus, end.FailureDetails?.ToString()));
        await AssertResultsAreUsedOnce(bed);
        var count = 0;
        await EngineBed.UntilAsync(async () => bed.Engine.Counters.Mailboxes == 0 && (count = await CountAsync(bed)) >= 0);
        return (end.ReadOutputAs<string>(), count);
    }

    private static async Task AssertResultsAreUsedOnce(EngineBed bed)
    {
        await foreach (var instance in bed.Client.GetAllInstancesAsync())
        {
            var history = await bed.HistoryAsync(instance.InstanceId);
            var results = history.Where(r => r.Kind is HistoryKind.TaskCompleted or HistoryKind.TaskFailed or HistoryKind.TimerFired
                or HistoryKind.SubOrchestrationInstanceCompleted or HistoryKind.EntityOperationCompleted).Select(r => r.TaskId).ToList();
            Assert.Equal(results.Distinct(), results);
            Assert.Equal(
                history.Where(r => r.Kind == HistoryKind.TaskScheduled).Select(r => r.TaskId).Order(),
                history.Where(r => r.Kind is HistoryKind.TaskCompleted or HistoryKind.TaskFailed).Select(r => r.TaskId).Order());
        }
    }

    private static async Task<int> CountAsync(EngineBed bed) =>
        (await bed.Client.Entities.GetEntityAsync<int>(Counter, includeState: true, CancellationToken.None))?.State ?? 0;

    private static TestFunctions Functions() => new TestFunctions()
        .Activity<int, string>("Work", n => $"w{n}")
        .Activity<int, string>("Fail", n => throw new InvalidDataException($"f{n}"))
        .Entity("counter", () => new CounterEntity())
        .Orchestrator("Plan", context => FollowAsync(context, context.GetInput<Plan>()!))
        .Orchestrator("Rounds", async context =>
        {
            var round = context.GetInput<Round>()!;
            var sofar = round.Sofar + await FollowAsync(context, round.Plan);
            if (round.Left > 1)
            {
                context.ContinueAsNew(new Round(round.Plan, round.Left - 1, sofar + "|"));
            }

            return sofar;
        });

    private static async Task<string> FollowAsync(TaskOrchestrationContext context, Plan plan)
    {
        switch (plan.Kind)
        {
            case "work":
                return await context.CallActivityAsync<string>("Work", plan.Value);
            case "fail":
                return await FailAsync(context, plan.Value);
            case "sleep":
                await context.CreateTimer(TimeSpan.FromMinutes(plan.Value + 1), CancellationToken.None);
                return "s";
            case "call":
                await context.Entities.CallEntityAsync(Counter, "Add", 1);
                return "c";
            case "signal":
                await context.Entities.SignalEntityAsync(Counter, "Add", 1);
                return "g";
            case "child":
                return "(" + await context.CallSubOrchestratorAsync<string>("Plan", plan with { Kind = "sequence" }) + ")";
            case "sequence":
                var parts = string.Empty;
                foreach (var part in plan.Parts)
                {
                    parts += await FollowAsync(context, part);
                }

                return parts;
            default:
                return "[" + string.Join(',', await Task.WhenAll(plan.Parts.Select(part => FollowAsync(context, part)))) + "]";
        }
    }

    private static async Task<string> FailAsync(TaskOrchestrationContext context, int value)
    {
        try
        {
            return await context.CallActivityAsync<string>("Fail", value, TaskOptions.FromRetryPolicy(new(3, TimeSpan.FromMinutes(10))));
        }
        catch (TaskFailedException e)
        {
            return e.FailureDetails.ErrorMessage;
        }
    }

    private sealed record Round(Plan Plan, int Left, string Sofar);

    private sealed class CounterEntity : TaskEntity<int>
    {
        public void Add(int n) => State += n;
    }
}
