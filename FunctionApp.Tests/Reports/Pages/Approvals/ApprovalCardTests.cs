using Bunit;
using FuseDeskFlows.Reports.Pages;
using FuseDeskFlows.Reports.Pages.Approvals;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Tests.Reports.Pages.Approvals;

public sealed class ApprovalCardTests : BunitContext
{
    [Fact]
    public void Each_field_stands_as_it_is_now_and_as_it_is_to_be_and_nothing_is_no_text()
    {
        var card = Card();

        Assert.Equal(["Status", "Note"], card.FindAll("h4").Select(field => field.TextContent));
        Assert.Equal(["new", "open", "nothing", "Call her.\n\nToday."], card.FindAll("dd").Select(value => value.TextContent.Trim()));
        Assert.Equal("nothing", card.Find("dd em").TextContent);
        Assert.Contains("\"note\": \"Grüße\"", card.Find("code.message").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_not_signed_in_gives_her_own_name_and_is_told_what_becomes_of_it()
    {
        var name = Card().Find("input[name=by]");

        Assert.Equal("", name.GetAttribute("value"));
        Assert.Equal("name", name.GetAttribute("autocomplete"));
        Assert.True(name.HasAttribute("required"));
        Assert.Contains("names you", Card().Find($"#{name.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_signed_in_is_not_asked_for_a_name()
    {
        var card = Card(model => model with { IsSignedIn = true });

        Assert.Empty(card.FindAll("input[name=by]"));
        Assert.Equal(["approve", "reject"], card.FindAll("button").Select(button => button.GetAttribute("value")));
    }

    [Fact]
    public void Who_may_not_decide_has_no_form() => Assert.Empty(Card(model => model with { MayApprove = false }).FindAll("form"));

    [Fact]
    public void What_is_decided_on_is_what_is_shown()
    {
        var card = Card();

        Assert.Equal(new string('a', 64), card.Find("input[name=hash]").GetAttribute("value"));
        Assert.Equal("/api/console/approvals/agent%201/r1", card.Find("form").GetAttribute("action"));
    }

    private IRenderedComponent<ApprovalCard> Card(Func<ApprovalsModel, ApprovalsModel>? change = null)
    {
        var model = new ApprovalsModel { UserName = "", MayApprove = true };
        return Render<ApprovalCard>(parameters => parameters
            .Add(card => card.Root, new ConsoleRoot("/api/"))
            .Add(card => card.Model, change?.Invoke(model) ?? model)
            .Add(card => card.Write, new WriteProposal
            {
                RunId = "agent 1",
                CallId = "r1",
                Tool = "cases_update",
                Target = "case 84877",
                Title = "Charged twice",
                Arguments = """{"note":"Gr\u00fc\u00dfe"}""",
                Changes = [new() { Field = "status", Now = "new", Then = "open" }, new() { Field = "note", Then = "Call her.\n\nToday." }],
                Hash = new string('a', 64),
                ProposedAt = Some.Moment,
                Deadline = Some.Moment.AddHours(1),
            }));
    }
}
