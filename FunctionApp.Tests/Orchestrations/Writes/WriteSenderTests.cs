using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Reports.Writes;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Orchestrations.Writes;

/// <summary>How a write gets through a quota.</summary>
public sealed class WriteSenderTests
{
    private static readonly WriteTarget Before = Target("8", "new");
    private static readonly WriteTarget Written = Target($"{Some.Anna.Id}", "new");
    private static readonly ToolOutcome<WriteTarget> Seen = new() { Value = Before, Calls = 1 };
    private static readonly ToolOutcome<Rep> Active = new() { Value = Some.Anna with { Active = true }, Calls = 1 };
    private static readonly ToolOutcome<WriteAnswer> Done = new() { Value = new() { IsDone = true }, Calls = 1 };

    private static readonly WritePlan Assign = new()
    {
        Tool = "update_a_fuse_desk_case_by_id",
        Resource = "cases",
        Method = "update",
        Kind = WriteKind.CaseUpdate,
        Id = "84877",
        CanRead = true,
        RepId = Some.Anna.Id,
        Asked = [new(TargetFields.Rep, $"{Some.Anna.Id}")],
    };

    [Fact]
    public async Task Where_a_window_has_enough_calls_everything_is_looked_at_again_after_a_wait()
    {
        var run = new RunMock()
            .Answers(ToolNames.GetRep, Active, Active)
            .Answers(ReadWriteTargetActivity.Name, Seen, Seen, new() { Value = Written, Calls = 1 })
            .Answers(SendWriteActivity.Name, Rejected<WriteAnswer>(60), Done);

        var sent = await SendAsync(run);

        Assert.Equal((WriteOutcome.Written, 1), (sent.Outcome, sent.Attempts));
        Assert.Equal(
            [ToolNames.GetRep, ReadWriteTargetActivity.Name, SendWriteActivity.Name], run.Calls[..3]);
        Assert.Equal(run.Calls[..3], run.Calls[3..6]);
        Assert.Equal(7, run.Calls.Count);
    }

    [Fact]
    public async Task With_one_call_in_a_window_each_window_takes_a_write_a_step_on()
    {
        var run = new RunMock()
            .Answers(ToolNames.GetRep, Rejected<Rep>(1), Active)
            .Answers(ReadWriteTargetActivity.Name, Rejected<WriteTarget>(1), Seen, new() { Value = Written, Calls = 1 })
            .Answers(SendWriteActivity.Name, Rejected<WriteAnswer>(1), Done);

        var sent = await SendAsync(run);

        Assert.Equal((WriteOutcome.Written, 1), (sent.Outcome, sent.Attempts));
        Assert.Equal(3, run.Timers.Count);
        Assert.Empty(sent.Problems);
    }

    [Fact]
    public async Task What_others_changed_after_the_last_look_is_told()
    {
        var run = new RunMock()
            .Answers(ToolNames.GetRep, Active)
            .Answers(ReadWriteTargetActivity.Name, Seen, new() { Value = Target($"{Some.Anna.Id}", "closed"), Calls = 1 })
            .Answers(SendWriteActivity.Name, Rejected<WriteAnswer>(2), Done);

        var sent = await SendAsync(run);

        Assert.Equal(WriteOutcome.Written, sent.Outcome);
        var problem = Assert.Single(sent.Problems);
        Assert.Equal("target-changed", problem.Type);
        Assert.Contains("(status)", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_tells_how_many_calls_a_window_has_a_write_is_begun_anew_three_times_and_then_goes_on_step_by_step()
    {
        var none = Rejected<WriteTarget>(limit: null);
        var run = new RunMock()
            .Answers(ToolNames.GetRep, Active, Active, Active)
            .Answers(ReadWriteTargetActivity.Name, none, none, none, Seen, new() { Value = Written, Calls = 1 })
            .Answers(SendWriteActivity.Name, Rejected<WriteAnswer>(limit: null), Done);

        var sent = await SendAsync(run);

        Assert.Equal((WriteOutcome.Written, 1), (sent.Outcome, sent.Attempts));
        Assert.Equal(3, run.Calls.Count(call => call is ToolNames.GetRep));
    }

    private static Task<SendResult> SendAsync(RunMock run) =>
        new WriteSender(new FlowContext(run.Context, steps: 1), agentRun: null, TimeSpan.FromSeconds(2)).SendAsync(Assign, Before);

    private static WriteTarget Target(string rep, string status) => new()
    {
        Id = "84877",
        Fields = new Dictionary<string, string>(StringComparer.Ordinal) { [TargetFields.Rep] = rep, [TargetFields.Status] = status },
    };

    private static ToolOutcome<T> Rejected<T>(int? limit)
        where T : class =>
        new() { RateLimit = new() { Scope = RateLimitScope.FuseDesk, Limit = limit, LimiterKey = "fusedesk" } };
}
