using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Reports.CaseEvents;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Triage;

namespace FuseDeskFlows.Tests.Orchestrations.CaseEvents;

public sealed class PriorityRulesTests
{
    private static readonly ReportRep Anna = new() { Id = new(7), Active = true };

    [Theory]
    [InlineData(1, true, "Can you help?", CasePriority.Normal)]
    [InlineData(25, true, "Can you help?", CasePriority.High)]
    [InlineData(73, true, "Can you help?", CasePriority.Urgent)]
    [InlineData(1, false, "Can you help?", CasePriority.High)]
    [InlineData(1, true, "This is URGENT!", CasePriority.High)]
    [InlineData(1, true, "It is not urgent, take your time!!", CasePriority.Normal)]
    [InlineData(1, true, "Are there cancellations?", CasePriority.Normal)]
    [InlineData(100, false, "I want a refund.", CasePriority.Urgent)]
    public void It_rises_with_the_wait_with_nobody_caring_and_with_what_the_customer_says(
        int hours, bool active, string says, CasePriority expected)
    {
        var report = Report(WaitingOn.Team, hours) with
        {
            LastRep = Anna with { Active = active },
            LastQuestion = new() { Text = says, HistoryItem = 1 },
        };

        var priority = PriorityRules.Classify(report, Some.Moment);

        Assert.Equal(expected, priority?.Level);
        Assert.NotEmpty(priority!.Reasons);
    }

    [Fact]
    public void A_customer_whom_nobody_has_answered_comes_first() =>
        Assert.Equal(CasePriority.High, PriorityRules.Classify(Report(WaitingOn.Team, 1), Some.Moment)?.Level);

    [Theory]
    [InlineData(WaitingOn.Customer)]
    [InlineData(WaitingOn.Nobody)]
    public void It_is_low_while_nothing_is_due_from_the_team(WaitingOn on) =>
        Assert.Equal(CasePriority.Low, PriorityRules.Classify(Report(on, 1000), Some.Moment)?.Level);

    [Fact]
    public void Nothing_is_said_of_a_case_that_could_not_be_read() => Assert.Null(PriorityRules.Classify(new(), Some.Moment));

    private static TriageReport Report(WaitingOn on, int hours) => new()
    {
        Case = new() { Id = new(1) },
        Waiting = new() { On = on, Since = Some.Moment.AddHours(-hours), JudgedBy = WaitingJudgedBy.History },
    };
}
