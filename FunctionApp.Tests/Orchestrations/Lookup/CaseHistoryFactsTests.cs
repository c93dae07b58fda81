using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Triage;

namespace FuseDeskFlows.Tests.Orchestrations.Lookup;

public sealed class CaseHistoryFactsTests
{
    [Fact]
    public void The_last_answer_is_no_note_and_no_change()
    {
        var supportCase = Some.Case(
            Some.In("a"), Some.Out(7, "b"), Some.Note(8, "c"), Some.Note(9, "Closed") with { Kind = HistoryKind.Change });

        Assert.Equal(7, CaseHistoryFacts.LastAnswerByRep(supportCase)?.RepId?.Value);
    }

    [Fact]
    public void A_call_that_a_rep_recorded_is_an_answer() => Assert.Equal(
        8,
        CaseHistoryFacts
            .LastAnswerByRep(
                Some.Case(Some.Out(7, "b"), Some.Note(8, "Called her.") with { Kind = HistoryKind.Call, Direction = Direction.Unknown }))
            ?.RepId?.Value);

    [Fact]
    public void The_last_question_is_in_her_last_message_that_has_text()
    {
        var supportCase = Some.Read(
            Some.In("Old?"),
            Some.In(
                "Hi Tom,\n\nit failed again. Can you look at it today? Thanks!\n\nBest regards\nSarah\n\nOn Mon, 1 Mar 2026 Tom wrote:\n"
                    + "> Did it work?"),
            Some.In("  "));

        var question = CaseHistoryFacts.LastQuestion(new CaseText(supportCase));

        Assert.Equal(("Can you look at it today?", 2), (question?.Text, question?.HistoryItem));
    }

    [Fact]
    public void A_request_without_a_question_mark_counts_as_the_question() => Assert.Equal(
        "Please send me the invoice.",
        CaseHistoryFacts.LastQuestion(new CaseText(Some.Read(Some.In("Hello,\nI moved last week. Please send me the invoice."))))?.Text);

    [Fact]
    public void Every_item_of_a_rep_is_an_action_with_its_number_and_customers_items_are_none()
    {
        var actions = CaseHistoryFacts.Actions(
            new CaseText(
                Some.Read(
                    Some.In("a"),
                    Some.Note(7, "Hi,\nreset the token and restarted the sync job."),
                    Some.Out(8, "Thanks!", "Ben Ode"),
                    Some.Out(9, "", " "))));

        Assert.Equal([(2, "Anna Berg"), (3, "Ben Ode"), (4, "rep 9")], actions.Select(action => (action.HistoryItem, action.By!)));
        Assert.Equal("Reset the token and restarted the sync job.", actions[0].Text);
        Assert.Equal("(no text)", actions[2].Text);
    }

    [Theory]
    [InlineData("Sarah Meyer", "Sarah Meyer", null)]
    [InlineData("sarah@examplecorp.com", null, "sarah@examplecorp.com")]
    [InlineData("+1 555 0100", null, null)]
    public void The_customer_is_read_from_whoever_opened_the_case(string openedBy, string? name, string? email)
    {
        var customer = CaseHistoryFacts.CustomerOf(Some.Case() with { OpenedBy = openedBy });

        Assert.Equal((name, email), (customer.Name, customer.Email));
    }

    [Fact]
    public void An_answer_of_a_rep_without_a_name_is_an_answer()
    {
        var supportCase = Some.Case(Some.In("It failed."), Some.Out(7, "We look into it.") with { RepId = null }, Some.Note(7, "Checked."));

        Assert.Null(CaseHistoryFacts.LastAnswerByRep(supportCase));
        Assert.Equal(ProblemTypes.RepUnknown, CaseHistoryFacts.WhyNobodyAnswered(supportCase).Type);
        var report = new TriageReport
        {
            Case = ReportCase.From(supportCase),
            Waiting = Waiting.InCase(supportCase),
            Problems = [CaseHistoryFacts.WhyNobodyAnswered(supportCase)],
        };
        Assert.DoesNotContain("nobody", TriageMarkdown.Render(report), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Where_the_dates_tell_of_an_answer_none_is_denied() => Assert.DoesNotContain(
        "nobody",
        CaseHistoryFacts.WhyNobodyAnswered(Some.Case() with { LastResponseAt = Some.Moment }).Detail,
        StringComparison.Ordinal);

    [Fact]
    public void Who_joins_in_later_does_not_become_the_customer() => Assert.Equal(
        "Sarah Meyer",
        CaseHistoryFacts.CustomerOf(Some.Case(Some.In("a"), Some.Out(7, "b"), Some.In("c") with { AuthorName = "Bob Stone" })).Name);
}
