using FuseDeskFlows.Activities.Writing;
using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Tests.Orchestrations.Calls;

public sealed class WritingCallsTests
{
    private static readonly Case Short = Some.Case(Some.In("It fails."));
    private static readonly Case Long = Some.Case(Some.In(new string('x', WritingCalls.AlwaysFits)), Some.In("Still."), Some.In("Now?"));
    private static readonly LanguageOutcome Written = new()
    {
        Value = new() { Text = "It fails.", WrittenBy = "m" },
        Calls = 1,
        Tokens = 100,
    };
    private static readonly LanguageOutcome Objected = new() { FailedCheck = "Statement 1 is empty.", Calls = 1, Tokens = 50 };

    [Fact]
    public async Task A_short_case_takes_one_activity_and_what_it_cost_is_counted()
    {
        var (run, flow, text) = await SummarizeAsync(Short, new RunMock().Answers(SummarizeCaseActivity.Name, Written));

        Assert.Equal([SummarizeCaseActivity.Name], run.Calls);
        Assert.Equal((1, 100, 0), (flow.Usage.ModelCalls, flow.Usage.ModelTokens, flow.Usage.ToolCalls));
        Assert.Equal(("It fails.", 0), (text.Text?.Text, text.Problems.Count));
    }

    [Fact]
    public async Task An_objection_goes_into_the_second_attempt()
    {
        var (run, flow, _) = await SummarizeAsync(Short, new RunMock().Answers(SummarizeCaseActivity.Name, Objected, Written));

        Assert.Equal([null, "Statement 1 is empty."], run.Inputs.Cast<CaseSummaryRequest>().Select(request => request.PreviousFailure));
        Assert.Equal((2, 150), (flow.Usage.ModelCalls, flow.Usage.ModelTokens));
    }

    [Fact]
    public async Task Why_the_model_did_not_write_it_is_a_problem_of_the_report()
    {
        var fault = new ModelFault { Type = ModelFaultTypes.ContentFilter, Detail = "Stopped." };

        var (_, _, text) = await SummarizeAsync(Short, new RunMock().Answers(SummarizeCaseActivity.Name, Written with { Fault = fault }));

        Assert.Equal((ModelFaultTypes.ContentFilter, "Stopped."), (Assert.Single(text.Problems).Type, text.Problems[0].Detail));
    }

    [Fact]
    public async Task A_used_up_quota_is_waited_for_durably_and_told()
    {
        var (run, flow, text) = await SummarizeAsync(
            Short, new RunMock().Answers(SummarizeCaseActivity.Name, Limited(Some.Moment.AddMinutes(5)), Written));

        Assert.Equal(
            (Some.Moment.AddMinutes(5) + ReservationWindows.Margin(TimeSpan.FromMinutes(5))).UtcDateTime, Assert.Single(run.Timers));
        Assert.Contains(
            run.Statuses,
            status => status.Waiting is { For: var what } && what.Contains("the language model's quota", StringComparison.Ordinal));
        Assert.Equal((2, 1), (flow.Usage.ModelCalls, flow.Usage.RateLimitWaits));
        Assert.Equal("m", text.Text?.WrittenBy);
    }

    [Fact]
    public async Task A_quota_that_comes_back_too_late_is_not_waited_for()
    {
        var (run, _, _) = await SummarizeAsync(
            Short, new RunMock().Answers(SummarizeCaseActivity.Name, Limited(Some.Moment.AddHours(2)), Written));

        Assert.Empty(run.Timers);
        Assert.Equal(DurableRateLimiter.MaxModelWait, Assert.Single(run.Asks).MaxWait);
        Assert.Equal(ModelFaultTypes.OutOfQuota, ((CaseSummaryRequest)run.Inputs[1]!).SkipModelBecause?.Type);
    }

    [Fact]
    public async Task A_quota_that_never_comes_back_ends_the_waiting()
    {
        var (run, _, _) = await SummarizeAsync(
            Short, new RunMock().Answers(SummarizeCaseActivity.Name, [.. Enumerable.Repeat(Limited(null), 10), Written]));

        Assert.Equal(10, run.Timers.Count);
        Assert.NotNull(((CaseSummaryRequest)run.Inputs[^1]!).SkipModelBecause);
    }

    [Fact]
    public async Task A_report_waits_for_the_model_an_hour_in_all()
    {
        var run = new RunMock().Answers(
            SummarizeCaseActivity.Name, Limited(Some.Moment.AddMinutes(50)), Limited(Some.Moment.AddMinutes(70)), Written);

        await SummarizeAsync(Short, run);

        Assert.Single(run.Timers);
        Assert.Equal(ModelFaultTypes.OutOfQuota, ((CaseSummaryRequest)run.Inputs[^1]!).SkipModelBecause?.Type);
    }

    [Fact]
    public async Task Calls_that_are_rejected_together_reserve_once_for_all_that_are_to_come()
    {
        var plan = new HistoryPlan { Parts = [[Long.History[0]], [Long.History[1]]], WholeFrom = 3 };
        var refused = Limited(Some.Moment.AddMinutes(5));

        var (run, _, text) = await SummarizeAsync(
            Long,
            new RunMock()
                .Answers(PlanCaseSummaryActivity.Name, plan)
                .Answers(SummarizeCasePartActivity.Name, refused, Written, Written)
                .Answers(SummarizeCaseActivity.Name, Written));

        Assert.Equal(
            (RateLimitScope.Model, 3, "CaseTriage"), (Assert.Single(run.Asks).Rejection.Scope, run.Asks[0].Permits, run.Asks[0].Flow));
        Assert.Equal("m", text.Text?.WrittenBy);
        Assert.Contains(run.Inputs.OfType<CasePartRequest>(), request => request.Caller.Reservations is [{ Scope: RateLimitScope.Model }]);
    }

    [Fact]
    public async Task A_long_case_is_read_in_parts_and_then_as_a_whole()
    {
        var plan = new HistoryPlan { Parts = [[Long.History[0]], [Long.History[1]]], WholeFrom = 3, Shortened = 1 };
        var note = Written with { Value = new() { Text = "Note.", WrittenBy = "m" } };

        var (run, flow, text) = await SummarizeAsync(
            Long,
            new RunMock()
                .Answers(PlanCaseSummaryActivity.Name, plan)
                .Answers(SummarizeCasePartActivity.Name, note, note)
                .Answers(SummarizeCaseActivity.Name, Written));

        Assert.Equal(
            [PlanCaseSummaryActivity.Name, SummarizeCasePartActivity.Name, SummarizeCasePartActivity.Name, SummarizeCaseActivity.Name],
            run.Calls);
        Assert.Equal([1, 2], run.Inputs.OfType<CasePartRequest>().Select(request => Assert.Single(request.Part.History).Number));
        var whole = Assert.Single(run.Inputs.OfType<CaseSummaryRequest>());
        Assert.Equal((2, 3, 3), (whole.Notes.Count, whole.WholeFrom, whole.Case.History.Count));
        Assert.Equal((3, ModelFaultTypes.Shortened), (flow.Usage.ModelCalls, Assert.Single(text.Problems).Type));
    }

    [Fact]
    public async Task One_problem_of_several_parts_is_told_once()
    {
        var plan = new HistoryPlan { Parts = [[Long.History[0]], [Long.History[1]]], WholeFrom = 3 };
        var down = Written with { Fault = new() { Type = ModelFaultTypes.Unavailable, Detail = "Down." } };

        var (_, _, text) = await SummarizeAsync(
            Long,
            new RunMock()
                .Answers(PlanCaseSummaryActivity.Name, plan)
                .Answers(SummarizeCasePartActivity.Name, down, down)
                .Answers(SummarizeCaseActivity.Name, down));

        Assert.Equal(ModelFaultTypes.Unavailable, Assert.Single(text.Problems).Type);
    }

    [Fact]
    public async Task Chats_lines_and_drafts_take_one_activity_each()
    {
        var run = new RunMock()
            .Answers(WriteChatIssueActivity.Name, Written)
            .Answers(WriteDigestLineActivity.Name, Written)
            .Answers(WriteDraftActivity.Name, Written);
        var calls = new WritingCalls(new FlowContext(run.Context, 1));

        await calls.ChatIssueAsync(new() { Id = new("ch-1") });
        await calls.DigestLineAsync(Short);
        await calls.DraftAsync(Short, "Anna Berg");

        Assert.Equal([WriteChatIssueActivity.Name, WriteDigestLineActivity.Name, WriteDraftActivity.Name], run.Calls);
        Assert.Equal("Anna Berg", ((DraftWritingRequest)run.Inputs[2]!).RepName);
    }

    private static LanguageOutcome Limited(DateTimeOffset? retryAt) =>
        new() { RateLimit = new() { Scope = RateLimitScope.Model, RetryAt = retryAt, LimiterKey = "host:m:model" }, Calls = 1 };

    private static async Task<(RunMock Run, FlowContext Flow, WritingResult Text)> SummarizeAsync(Case supportCase, RunMock run)
    {
        var flow = new FlowContext(run.Context, 1);
        return (run, flow, await new WritingCalls(flow).SummarizeAsync(supportCase));
    }
}
