using System.Text.Json;
using FuseDeskFlows.Reports.Pages.Forms;
using FuseDeskFlows.Triggers.Pages.Asking;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace FuseDeskFlows.Tests.Triggers.Pages.Asking;

public sealed class AskFlowsTests
{
    private static readonly IReadOnlyList<AskFlow> Flows = new AskFlows(TimeProvider.System).All;

    [Theory]
    [InlineData(
        "triage", "who=%20sarah@examplecorp.com&channels=true", "CaseTriage", """{"email":"sarah@examplecorp.com","channels":true}""")]
    [InlineData("triage", "who=84877", "CaseTriage", """{"caseId":84877}""")]
    [InlineData("triage", "who=Sarah+Whitfield", "CaseTriage", """{"search":"Sarah Whitfield"}""")]
    [InlineData("triage", "who=@examplecorp.com", "CaseTriage", """{"search":"@examplecorp.com"}""")]
    [InlineData("triage", "who=0", "CaseTriage", """{"search":"0"}""")]
    [InlineData("timeline", "who=4ad568e3-b214-4753-abc9-5f41dce22a7c", "ContactTimeline",
        """{"contactId":"4ad568e3-b214-4753-abc9-5f41dce22a7c"}""")]
    [InlineData("draft", "caseId=84877", "DraftReply", """{"caseId":84877}""")]
    [InlineData("chat", "chatId=10294", "ChatSummary", """{"chatId":"10294"}""")]
    [InlineData("audit", "departments=Billing;+Sales+;", "ChatEscalationAudit", """{"departments":["Billing","Sales"]}""")]
    [InlineData("digest", "status=&openedOn=2026-03-02", "CaseDigest", """{"openedOn":"2026-03-02"}""")]
    [InlineData("agent", "prompt=Who+waits%3F", "AgentRun", """{"prompt":"Who waits?"}""")]
    public void What_a_form_says_becomes_the_input_of_its_flow(string form, string sent, string flow, string input)
    {
        var asked = Find(form);
        var parsed = asked.Parse(JsonSerializer.SerializeToElement(asked.ToBody(Form(sent))));

        Assert.Null(parsed.Problem);
        Assert.Equal(flow, asked.Name);
        var made = JsonSerializer.SerializeToElement(parsed.Value, parsed.Value!.GetType());
        foreach (var expected in JsonElement.Parse(input).EnumerateObject())
        {
            Assert.Equal(expected.Value.GetRawText(), JsonSerializer.Serialize(made.GetProperty(expected.Name)));
        }
    }

    [Theory]
    [InlineData("triage", "who=", "Email, name, contact id or case number must be a text that is not empty.")]
    [InlineData("timeline", "who=%07a", "Email, name or contact id must not have line breaks or other control characters.")]
    [InlineData("draft", "caseId=x", "Case number must be a positive whole number, such as 84920.")]
    [InlineData("chat", "chatId=", "Chat number must be a chat's id of letters and digits, such as 10294.")]
    [InlineData("audit", "departments=%07", "departments: Each name must not have line breaks or other control characters.")]
    [InlineData("digest", "status=&openedOn=some+day", "Opened on must be today, yesterday or a date such as 2026-03-02.")]
    [InlineData("digest", "status=&openedOn=", "Opened on is needed where the status is all.")]
    [InlineData("agent", "prompt=+", "Question must say what is asked.")]
    public void What_is_wrong_is_said_at_the_form_in_its_own_words_and_it_keeps_what_was_written(string form, string sent, string fault)
    {
        var asked = Find(form);
        var problem = asked.Parse(JsonSerializer.SerializeToElement(asked.ToBody(Form(sent)))).Problem;

        Assert.NotNull(problem?.Detail);
        var filled = asked.Filled(Form(sent), asked.Describe(problem));
        Assert.Equal(fault, filled.Fault);
        Assert.Equal(Form(sent)[filled.Fields[0].Name].ToString(), filled.Fields[0].Value);
    }

    [Fact]
    public void Every_field_has_a_label_and_says_what_to_write_in_it()
    {
        foreach (var field in Flows.SelectMany(flow => flow.Form.Fields))
        {
            Assert.NotEmpty(field.Label);
            Assert.True(field.Hint is not null || field.Choices.Count > 0 || field.Kind == FormFieldKind.Check, field.Name);
        }
    }

    private static AskFlow Find(string form) => Flows.Single(flow => string.Equals(flow.Form.Path, form, StringComparison.Ordinal));

    private static FormCollection Form(string sent) => new(QueryHelpers.ParseQuery(sent));
}
