using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Entities.Directory;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Tests.Orchestrations.Lookup;

/// <summary>What a run does for the directory, and what it gets where that cannot be read.</summary>
public sealed class DirectoryLookupTests
{
    private static readonly DateTimeOffset LongAgo = Some.Moment.AddHours(-1);
    private static readonly Rep Disabled = Some.Anna with { Active = false };

    [Fact]
    public async Task A_directory_that_is_current_costs_no_call()
    {
        var run = new RunMock();

        var snapshot = await FindAsync(run);

        Assert.Empty(run.Calls);
        Assert.Equal((true, Some.Moment), (snapshot.Rep(Some.Anna.Id)!.Active, snapshot.RepsAsOf));
        Assert.Equal("Billing", snapshot.Department(Some.Billing.Id)?.Name);
    }

    [Fact]
    public async Task One_that_is_too_old_is_read_once_for_all_and_the_run_says_what_that_cost()
    {
        var run = new RunMock()
            .Knows(LongAgo, [Disabled], [])
            .Page(ToolNames.ListReps, Some.Anna)
            .Page(ToolNames.ListDepartments, Some.Billing);
        var flow = new FlowContext(run.Context, 1);

        var snapshot = await new DirectoryLookup(flow).FindAsync([Some.Anna.Id], [Some.Billing.Id]);
        await FindAsync(run);

        Assert.Equal([ToolNames.ListDepartments, ToolNames.ListReps], run.Calls);
        Assert.Equal(2, flow.Usage.ToolCalls);
        Assert.Equal((true, Some.Moment), (snapshot.Rep(Some.Anna.Id)!.Active, snapshot.RepsAsOf));
        Assert.Null(run.Directory!.RefresherRunId);
    }

    [Fact]
    public async Task A_run_waits_for_another_that_reads_and_takes_its_place_once_that_has_ended()
    {
        var run = new RunMock().Knows(LongAgo, [], []).Answers(IsRunActiveActivity.Name, true, false)
            .Page(ToolNames.ListReps, Some.Anna).Page(ToolNames.ListDepartments, Some.Billing);
        await run.LookUpAsync("killed");

        var snapshot = await FindAsync(run);

        Assert.Equal([IsRunActiveActivity.Name, IsRunActiveActivity.Name, ToolNames.ListDepartments, ToolNames.ListReps], run.Calls);
        Assert.Equal([1, 3], run.Timers.Select(due => (int)(due - Some.Moment.UtcDateTime).TotalSeconds));
        Assert.Equal(
            "the reps and departments, which run killed reads", run.Statuses.First(status => status.Waiting is not null).Waiting!.For);
        Assert.Null(run.Statuses[^1].Waiting);
        Assert.NotNull(snapshot.Rep(Some.Anna.Id));
    }

    [Fact]
    public async Task Nobody_is_waited_for_longer_than_ten_minutes()
    {
        var run = new RunMock().Knows(LongAgo, [], []).Answers(IsRunActiveActivity.Name, [.. Enumerable.Repeat(true, 100)])
            .Page(ToolNames.ListReps, Some.Anna).Page(ToolNames.ListDepartments, Some.Billing);
        await run.LookUpAsync("suspended");

        await FindAsync(run);

        Assert.InRange(run.Now - Some.Moment, AccountDirectory.MaxRefresh, AccountDirectory.MaxRefresh + TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Where_a_list_is_refused_names_are_kept_and_nobody_is_called_active()
    {
        var run = new RunMock()
            .Knows(LongAgo, [Some.Anna], [])
            .Refuses<FuseDeskFlows.Truto.Tools.Page<Rep>>(ToolNames.ListReps, ToolErrorKind.Forbidden)
            .Page(ToolNames.ListDepartments, Some.Billing);

        var snapshot = await FindAsync(run);
        var next = await FindAsync(run);

        Assert.Equal(2, run.Calls.Count);
        Assert.All([snapshot, next], each =>
        {
            Assert.Equal(("Anna Berg", null), (each.Rep(Some.Anna.Id)?.Name, each.RepsAsOf));
            Assert.Equal("refused-forbidden", each.RepsProblem?.Type);
            Assert.Equal("Billing", each.Department(Some.Billing.Id)?.Name);
            Assert.Null(each.DepartmentsProblem);
        });
    }

    [Fact]
    public async Task An_unexpected_failure_of_a_list_is_told_and_ends_no_run()
    {
        var failure = new TaskFailedException(
            ToolNames.ListReps, 1, new TaskFailureDetails("TrutoException", "Status 502.", null, null, null));
        var run = new RunMock()
            .Knows(LongAgo, [], [])
            .Fails<ToolOutcome<FuseDeskFlows.Truto.Tools.Page<Rep>>>(ToolNames.ListReps, failure)
            .Page(ToolNames.ListDepartments, Some.Billing);

        Assert.Contains("502", (await FindAsync(run)).RepsProblem?.Detail, StringComparison.Ordinal);
        Assert.Null(run.Directory!.RefresherRunId);
    }

    [Fact]
    public async Task A_rate_limit_while_reading_is_waited_for()
    {
        var limited = new ToolOutcome<FuseDeskFlows.Truto.Tools.Page<Rep>>
        {
            RateLimit = new RateLimitRejection { RetryAt = Some.Moment.AddMinutes(40), LimiterKey = "account:fusedesk" },
            Calls = 1,
        };
        var run = new RunMock()
            .Knows(LongAgo, [], [])
            .Answers(
                ToolNames.ListReps, limited, new() { Value = new() { Items = [Some.Anna] }, Calls = 1 })
            .Page(ToolNames.ListDepartments, Some.Billing);
        var flow = new FlowContext(run.Context, 1);

        Assert.NotNull((await new DirectoryLookup(flow).FindAsync([Some.Anna.Id], [])).Rep(Some.Anna.Id));
        Assert.Equal((3, 1), (flow.Usage.ToolCalls, flow.Usage.RateLimitWaits));
    }

    [Fact]
    public async Task A_run_that_may_not_wait_as_long_lets_another_read()
    {
        var limited = new ToolOutcome<FuseDeskFlows.Truto.Tools.Page<Rep>>
        {
            RateLimit = new RateLimitRejection { RetryAt = Some.Moment.AddDays(2), LimiterKey = "account:fusedesk" },
        };
        var run = new RunMock().Knows(LongAgo, [], []).Answers(ToolNames.ListReps, limited).Page(ToolNames.ListDepartments, Some.Billing);

        await Assert.ThrowsAsync<OutOfQuotaException>(() => FindAsync(run));

        Assert.Null(run.Directory!.RefresherRunId);
    }

    [Fact]
    public async Task What_is_there_is_taken_as_it_is_where_that_is_enough()
    {
        var run = new RunMock().Knows(LongAgo, [Disabled], []);

        var snapshot = await new DirectoryLookup(new(run.Context, 1)).PeekAsync([Some.Anna.Id], []);

        Assert.Empty(run.Calls);
        Assert.Equal(("Anna Berg", null), (snapshot.Rep(Some.Anna.Id)?.Name, snapshot.RepsAsOf));
        Assert.Null(snapshot.Name(new FuseDeskFlows.Reports.Shared.ReportRep { Id = Some.Anna.Id })!.Active);
    }

    private static Task<DirectorySnapshot> FindAsync(RunMock run) =>
        new DirectoryLookup(new(run.Context, 1)).FindAsync([Some.Anna.Id], [Some.Billing.Id]);
}
