using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;

namespace FuseDeskFlows.Tests.FuseDesk.Waits;

public sealed class WaitingTests
{
    [Fact]
    public void The_customer_waits_since_her_first_message_that_nobody_answered() => Expect(
        WaitingOn.Team,
        2,
        WaitingJudgedBy.History,
        Some.Case(Some.In("a"), Some.Out(7, "b"), Some.In("c"), Some.Note(7, "d"), Some.In("e")));

    [Fact]
    public void The_team_waits_since_its_first_message_that_she_did_not_answer() =>
        Expect(WaitingOn.Customer, 1, WaitingJudgedBy.History, Some.Case(Some.In("a"), Some.Out(7, "b"), Some.Out(7, "reminder")));

    [Fact]
    public void History_outweighs_a_status_that_says_the_opposite() =>
        Expect(WaitingOn.Team, 0, WaitingJudgedBy.History, Some.Case(Some.In("a")) with { Status = CaseStatus.Open });

    [Fact]
    public void Nobody_waits_in_a_closed_case() => Expect(
        WaitingOn.Nobody,
        5,
        WaitingJudgedBy.Status,
        Some.Case(Some.In("a")) with { Status = CaseStatus.Closed, ClosedAt = Some.Moment.AddHours(5) });

    [Fact]
    public void A_message_after_closing_wakes_a_closed_case() => Expect(
        WaitingOn.Team,
        2,
        WaitingJudgedBy.History,
        Some.Case(Some.In("a"), Some.Out(7, "b"), Some.In("c")) with
        {
            Status = CaseStatus.Closed,
            ClosedAt = Some.Moment.AddHours(1.5),
        });

    [Fact]
    public void Without_messages_the_dates_tell()
    {
        Expect(WaitingOn.Team, 0, WaitingJudgedBy.Dates, Some.Case());
        Expect(
            WaitingOn.Customer,
            4,
            WaitingJudgedBy.Dates,
            Some.Case() with { LastResponseAt = Some.Moment.AddHours(4), UpdatedAt = Some.Moment.AddHours(4) });
    }

    [Fact]
    public void Open_means_that_the_team_waits_for_the_customer() =>
        Expect(WaitingOn.Customer, null, WaitingJudgedBy.Status, Some.Case() with { Status = CaseStatus.Open, OpenedAt = null });

    [Fact]
    public void Where_nothing_tells_nothing_is_claimed() =>
        Assert.Null(Waiting.InCase(Some.Case() with { Status = CaseStatus.Unknown, OpenedAt = null }));

    private static void Expect(WaitingOn on, double? hours, WaitingJudgedBy by, Case supportCase) => Assert.Equal(
        new() { On = on, Since = hours is { } known ? Some.Moment.AddHours(known) : null, JudgedBy = by }, Waiting.InCase(supportCase));
}
