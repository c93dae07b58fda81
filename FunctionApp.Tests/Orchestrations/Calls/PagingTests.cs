using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Orchestrations.Calls;

/// <summary>What was read of a list is kept, however the list ends; and what a fault cost is counted.</summary>
public sealed class PagingTests
{
    private const string Tool = ToolNames.ListReps;

    private static readonly ToolOutcome<Page<Rep>> Unavailable =
        new() { Calls = 3, Error = new() { Kind = ToolErrorKind.Unavailable, Tool = Tool, Message = "status 502, tried 3 times." } };

    [Fact]
    public async Task A_later_page_that_is_refused_leaves_what_was_read_and_a_problem()
    {
        var run = new RunMock().Answers(
            Tool,
            Read("a", 1),
            new ToolOutcome<Page<Rep>> { Calls = 1, Error = new() { Kind = ToolErrorKind.Rejected, Tool = Tool, Message = "No." } });
        var (items, problems, tools) = await ListAsync(run);
        Assert.Equal([1], items);
        Assert.Equal(ProblemTypes.Incomplete, Assert.Single(problems).Type);
        Assert.True(tools.Gaps.MayLack(Tool));
    }

    [Fact]
    public async Task A_later_page_whose_fault_does_not_pass_leaves_what_was_read_and_all_its_calls_count()
    {
        var run = new RunMock().Answers(Tool, Read("a", 1), Unavailable, Unavailable, Unavailable);
        var (items, problems, tools) = await ListAsync(run);
        Assert.Equal([1], items);
        Assert.Contains("502", Assert.Single(problems).Detail, StringComparison.Ordinal);
        Assert.Equal(10, tools.Usage.ToolCalls);
    }

    [Fact]
    public async Task A_fault_that_passes_leaves_nothing_but_its_calls()
    {
        var run = new RunMock().Answers(Tool, Unavailable, Read(null, 1));
        var (items, problems, tools) = await ListAsync(run);
        Assert.Equal([1], items);
        Assert.Empty(problems);
        Assert.Equal((4, 1), (tools.Usage.ToolCalls, run.Timers.Count));
    }

    [Fact]
    public async Task A_fault_that_says_how_long_it_lasts_is_left_alone_so_long()
    {
        var asked = Unavailable with { Error = Unavailable.Error! with { RetryAfter = TimeSpan.FromSeconds(90) } };
        var run = new RunMock().Answers(Tool, asked, Read(null, 1));
        await ListAsync(run);
        Assert.Equal(Some.Moment.AddSeconds(90).UtcDateTime, Assert.Single(run.Timers));
    }

    [Fact]
    public async Task A_first_page_whose_fault_does_not_pass_fails_the_run_and_says_what_it_cost()
    {
        var run = new RunMock().Answers(Tool, Unavailable, Unavailable, Unavailable);
        var failure = await Assert.ThrowsAsync<RunFailedException>(() => ListAsync(run));
        Assert.Contains("failed 3 times in 9 requests", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_fault_passes_the_status_says_so_and_the_pause_is_counted()
    {
        var asked = Unavailable with { Error = Unavailable.Error! with { RetryAfter = TimeSpan.FromSeconds(90) } };
        var run = new RunMock().Answers(Tool, asked, Read(null, 1));
        var (_, _, tools) = await ListAsync(run);
        Assert.Equal([Some.Moment.AddSeconds(90), null], run.Statuses.Select(status => status.Waiting?.Until));
        Assert.Contains("a fault on the way to FuseDesk to pass", run.Statuses[0].Waiting!.For, StringComparison.Ordinal);
        Assert.Equal((0, 90.0), (tools.Usage.RateLimitWaits, tools.Usage.WaitedSeconds));
    }

    [Fact]
    public async Task All_calls_of_a_run_share_one_budget_of_attempts()
    {
        var run = new RunMock().Answers(Tool, [.. Enumerable.Repeat(Unavailable, 500)]);
        var tools = new FlowContext(run.Context, 1);
        for (var call = 0; call < 60; call++)
        {
            await Assert.ThrowsAsync<RunFailedException>(() => tools.ListAllAsync<Rep>(Tool, _ => new object()));
        }

        Assert.Equal(60 + TransientFaultRetries.MaxRetries, run.Calls.Count);
        Assert.Equal(3 * run.Calls.Count, tools.Usage.ToolCalls);
    }

    [Fact]
    public async Task A_partial_answer_keeps_its_items_and_is_told()
    {
        var run = new RunMock().Answers(Tool, Read(null, 1) with { IsPartial = true });
        var (items, problems, tools) = await ListAsync(run);
        Assert.Equal([1], items);
        Assert.Equal(ProblemTypes.Incomplete, Assert.Single(problems).Type);
        Assert.True(tools.Gaps.MayLack(Tool));
    }

    [Fact]
    public async Task Endless_empty_pages_are_left_and_told()
    {
        var run = new RunMock().Answers(Tool, [Read("0", 1), .. Enumerable.Range(1, 100).Select(number => Read($"{number}"))]);
        var (items, problems, _) = await ListAsync(run);
        Assert.Equal([1], items);
        Assert.Single(problems);
        Assert.Equal(1 + PageSequence.MaxEmptyPages, run.Calls.Count);
    }

    [Fact]
    public async Task An_empty_page_that_repeats_its_cursor_is_the_end()
    {
        var run = new RunMock().Answers(Tool, Read("a", 1), Read("a"));
        var (items, problems, tools) = await ListAsync(run);
        Assert.Equal([1], items);
        Assert.Empty(problems);
        Assert.False(tools.Gaps.MayLack(Tool));
    }

    private static async Task<(IEnumerable<long> Items, IEnumerable<ReportProblem> Problems, FlowContext Tools)> ListAsync(RunMock run)
    {
        var tools = new FlowContext(run.Context, 1);
        var list = await tools.ListAllAsync<Rep>(Tool, _ => new object());
        return (list.Value!.Select(rep => rep.Id.Value), tools.Gaps.Problems, tools);
    }

    private static ToolOutcome<Page<Rep>> Read(string? next, params long[] ids) => new()
    {
        Calls = 1,
        Value = new() { NextCursor = next, Entries = ids.Length, Items = [.. ids.Select(id => new Rep { Id = new RepId(id) })] },
    };
}
