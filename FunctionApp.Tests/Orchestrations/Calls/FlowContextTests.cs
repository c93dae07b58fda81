using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Orchestrations.Calls;

public sealed class FlowContextTests
{
    private const string Tool = ToolNames.GetRep;
    private static readonly ToolOutcome<Rep> Found = new() { Value = Some.Anna, Calls = 1 };

    [Fact]
    public async Task A_used_up_quota_is_waited_for_until_its_reset_plus_a_margin()
    {
        var run = new RunMock().Answers(Tool, Limited(Some.Moment.AddMinutes(40)), Found);
        var flow = new FlowContext(run.Context, 1);
        flow.StartStep("asking");

        var answer = await flow.CallToolAsync<Rep>(Tool, new RepId(7));

        Assert.Equal("Anna Berg", answer.Value?.Name);
        Assert.Equal(
            (Some.Moment.AddMinutes(40) + ReservationWindows.Margin(TimeSpan.FromHours(1))).UtcDateTime, Assert.Single(run.Timers));
        Assert.Equal((2, 1, 2400.5), (flow.Usage.ToolCalls, flow.Usage.RateLimitWaits, flow.Usage.WaitedSeconds));
    }

    [Fact]
    public async Task While_it_waits_the_status_says_until_when_and_for_what()
    {
        var run = new RunMock().Answers(Tool, Limited(Some.Moment.AddMinutes(40)), Found);
        var flow = new FlowContext(run.Context, 1);
        flow.StartStep("asking");

        await flow.CallToolAsync<Rep>(Tool, new RepId(7));

        Assert.Equal(
            [null, Some.Moment.AddMinutes(40) + ReservationWindows.Margin(TimeSpan.FromHours(1)), null],
            run.Statuses.Select(status => status.Waiting?.Until));
        Assert.Contains(Tool, run.Statuses[1].Waiting!.For, StringComparison.Ordinal);
        Assert.All(run.Statuses, status => Assert.Equal("asking", status.Phase));
    }

    [Fact]
    public async Task A_limit_known_beforehand_costs_no_call()
    {
        var run = new RunMock().Answers(Tool, Limited(Some.Moment.AddSeconds(5)) with { Calls = 0 }, Found);
        var flow = new FlowContext(run.Context, 1);

        await flow.CallToolAsync<Rep>(Tool, new RepId(7));

        Assert.Equal((1, 1), (flow.Usage.ToolCalls, flow.Usage.RateLimitWaits));
    }

    [Fact]
    public async Task Without_a_reset_each_wait_is_twice_the_one_before_up_to_a_quarter_of_an_hour()
    {
        var run = new RunMock().Answers(Tool, [.. Enumerable.Repeat(Limited(null), 12), Found]);

        await new FlowContext(run.Context, 1).CallToolAsync<Rep>(Tool, new RepId(7));

        var waits = run.Timers.Zip(run.Timers.Prepend(Some.Moment.UtcDateTime), (end, start) => (end - start).TotalSeconds).ToList();
        int[] expected = [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900];
        Assert.All(waits.Zip(expected), wait => Assert.InRange(wait.First, wait.Second, wait.Second + 3)); // with its place in the queue
        Assert.Equal(expected.Length, waits.Count);
    }

    [Fact]
    public async Task A_quota_that_does_not_come_back_within_a_day_fails_the_run_at_once()
    {
        var run = new RunMock().Answers(Tool, Limited(Some.Moment.AddHours(25)));

        var failure = await Assert.ThrowsAsync<OutOfQuotaException>(() =>
            new FlowContext(run.Context, 1).CallToolAsync<Rep>(Tool, new RepId(7)));

        Assert.Contains("24 hours", failure.Message, StringComparison.Ordinal);
        Assert.Empty(run.Timers);
    }

    [Fact]
    public async Task The_day_counts_all_waits_of_the_run()
    {
        var run = new RunMock().Answers(Tool, Limited(Some.Moment.AddHours(20)), Limited(Some.Moment.AddHours(30)));

        await Assert.ThrowsAsync<OutOfQuotaException>(() => new FlowContext(run.Context, 1).CallToolAsync<Rep>(Tool, new RepId(7)));

        Assert.Single(run.Timers);
    }

    [Fact]
    public async Task Waiting_spends_no_retry_budget_and_unexpected_failures_have_a_small_one()
    {
        var run = new RunMock().Answers(Tool, [.. Enumerable.Repeat(Limited(null), 6), Found]);

        await new FlowContext(run.Context, 1).CallToolAsync<Rep>(Tool, new RepId(7));

        Assert.All(run.Options, options => Assert.Equal(3, options?.Retry?.Policy?.MaxNumberOfAttempts));
        Assert.Equal(7, run.Calls.Count);
    }

    [Fact]
    public async Task A_list_is_read_to_its_end()
    {
        var run = new RunMock().Values(ToolNames.ListReps, Page("a", 1), Page("b", 2), Page(null, 3));
        var cursors = new List<string?>();

        var answer = await new FlowContext(run.Context, 1).ListAllAsync<Rep>(ToolNames.ListReps, cursor =>
        {
            cursors.Add(cursor);
            return new object();
        });

        Assert.Equal([1, 2, 3], answer.Value!.Select(rep => rep.Id.Value));
        Assert.Equal([null, "a", "b"], cursors);
    }

    [Fact]
    public async Task A_cursor_seen_twice_ends_the_list_with_what_was_read_and_a_problem()
    {
        var run = new RunMock().Values(ToolNames.ListReps, Page("a", 1), Page("b", 2), Page("a", 3));
        var tools = new FlowContext(run.Context, 1);

        var answer = await tools.ListAllAsync<Rep>(ToolNames.ListReps, _ => new object());

        Assert.Equal([1, 2, 3], answer.Value!.Select(rep => rep.Id.Value));
        Assert.True(tools.Gaps.MayLack(ToolNames.ListReps));
        Assert.Equal(ProblemTypes.Incomplete, Assert.Single(tools.Gaps.Problems).Type);
    }

    [Fact]
    public async Task An_outcome_without_anything_is_an_error()
    {
        var run = new RunMock().Answers(Tool, new ToolOutcome<Rep>());

        Assert.Equal(
            ToolErrorKind.UnexpectedAnswer, (await new FlowContext(run.Context, 1).CallToolAsync<Rep>(Tool, new RepId(7))).Error?.Kind);
    }

    private static ToolOutcome<Rep> Limited(DateTimeOffset? retryAt) =>
        new() { RateLimit = new() { RetryAt = retryAt, LimiterKey = "account:fusedesk" }, Calls = 1 };

    private static Page<Rep> Page(string? next, long id) => new() { Items = [Some.Anna with { Id = new(id) }], NextCursor = next };
}
