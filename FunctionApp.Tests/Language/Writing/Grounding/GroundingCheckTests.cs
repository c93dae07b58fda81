using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Writing;
using FuseDeskFlows.Language.Writing.Grounding;

namespace FuseDeskFlows.Tests.Language.Writing.Grounding;

public sealed class GroundingCheckTests
{
    private static readonly Case Usual = Some.Case(
        Some.In(
            "Since 09:30 our export fails. We lost $1,250.00 on order 4711. "
                + "Please write to ops@examplecorp.com, see https://examplecorp.com/log?id=9."),
        Some.Out(7, "We have restarted the export. The refund of 12.50 EUR is due by 5 March."),
        Some.Note(7, "Customer said “never again”, he is angry."));

    [Theory]
    [InlineData("The export fails since 9:30.", 1)]
    [InlineData("The export fails since 09:30.", 1)]
    [InlineData("Order 4711 lost $1250.00.", 1)]
    [InlineData("Order 4711 lost $1,250.00.", 1)]
    [InlineData("On 2 March 2026 the customer wrote.", 1)]
    [InlineData("On 2026-03-02 the customer wrote.", 1)]
    [InlineData("The refund of 12.50 EUR is due by 5 March.", 2)]
    [InlineData("The customer gives OPS@examplecorp.com as the address.", 1)]
    [InlineData("The log is at https://examplecorp.com/log?id=9.", 1)]
    [InlineData("On March 2nd, 2026 the customer wrote.", 1)]
    [InlineData("The case was opened in March 2026.", 1)]
    [InlineData("The team “restarted the export”.", 2)]
    [InlineData("The team \"have restarted … the export.\"", 2)]
    [InlineData("He said \"never again\".", 3)]
    [InlineData("The subject is “Sync stopped”.", 1)]
    [InlineData("Case ABCD1234 is open.", 1)]
    public void What_the_sources_say_passes(string text, int item) => Assert.Null(Objection(text, item));

    [Theory]
    [InlineData("The customer wants a refund.", 9, "does not exist")]
    [InlineData("The customer wants a refund.", 0, "does not exist")]
    [InlineData("The customer wants a refund.", -1, "does not exist")]
    [InlineData("Write to attacker@evil.example.", 1, "email address")]
    [InlineData("Write to attacker＠evil.example.", 1, "email address")]
    [InlineData("Write to att\u200backer@evil.example.", 1, "email address")]
    [InlineData("Write to ops@examplecorp.com.evil.example.", 1, "email address")]
    [InlineData("See https://evil.example/.", 1, "link")]
    [InlineData("See www.evil.example.", 1, "link")]
    [InlineData("See javascript:alert().", 1, "link")]
    [InlineData("They lost $1,251.00.", 1, "number")]
    [InlineData("They lost $125.00.", 1, "number")]
    [InlineData("They lost 1.250.00.", 1, "number")]
    [InlineData("They lost ٤٧١٢ dollars.", 1, "number")]
    [InlineData("The customer wrote 3 times.", 1, "number")]
    [InlineData("It fails since 30:09.", 1, "number")]
    [InlineData("They wrote on 3 March 2026.", 1, "number")]
    [InlineData("They wrote on 2 April 2026.", 1, "number")]
    [InlineData("Call 0800-123.", 1, "number")]
    [InlineData("The team “restarted the server”.", 2, "quotes words")]
    [InlineData("The team “restarted the export”.", 1, "quotes words")]
    [InlineData("The team «fixed everything».", 2, "quotes words")]
    [InlineData("The team „fixed everything“.", 2, "quotes words")]
    [InlineData("The team \"fixed everything.", 2, "counterpart")]
    public void What_they_do_not_say_is_objected_to_without_being_repeated(string text, int item, string reason)
    {
        var objection = Objection(text, item);

        Assert.Contains(reason, objection, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", objection, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_without_evidence_is_objected_to() => Assert.Contains(
        "cites no history item",
        Check("""{"statements":[{"text":"The export fails.","evidence":[]}]}""").FailedCheck,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"statements":{}}""")]
    [InlineData("""{"statements":["text"]}""")]
    [InlineData("""{"statements":[{"text":"x"}]}""")]
    [InlineData("""{"statements":[{"text":7,"evidence":[1]}]}""")]
    [InlineData("""{"statements":[{"text":"x","evidence":["one"]}]}""")]
    [InlineData("""{"statements":[{"text":"x","evidence":["-1"]}]}""")]
    [InlineData("""{"statements":[{"text":"x","evidence":["1, 2"]}]}""")]
    [InlineData("""{"statements":[{"text":"x","evidence":[null]}]}""")]
    [InlineData("""{"statements":[{"text":"x","evidence":[1.5]}]}""")]
    [InlineData("""{"statements":[{"text":"x","evidence":[99999999999]}]}""")]
    [InlineData("""{"statements":[{"text":"x","evidence":1}]}""")]
    [InlineData("""{"statements":[{"text":"x","evidence":[1]}],"statements":[]}""")]
    [InlineData("""{"statements":[{"text":"x","evidence":[1]}]} and more""")]
    public void What_is_not_of_the_shape_is_no_answer(string answer) =>
        Assert.Contains("not JSON of the given schema", Check(answer).FailedCheck, StringComparison.Ordinal);

    [Fact]
    public void Statements_come_out_clean_once_each_and_with_their_evidence_in_order()
    {
        var check = Check("""
            {"statements":[{"text":" The export\nfails.\u202e ","evidence":[2,1,1],"tool":"x"},{"text":"the export fails.","evidence":[1]}],
              "tool_calls":[]}
            """);

        var statement = Assert.Single(check.Statements);
        Assert.Equal("The export fails.", statement.Text);
        Assert.Equal([1, 2], statement.Evidence);
    }

    [Fact]
    public void Length_and_number_of_statements_are_bounded()
    {
        Assert.Contains(
            "1 to 8",
            Check(ScriptedModel.Statements([.. Enumerable.Range(1, 9).Select(number => ("It fails.", (int[])[number]))])).FailedCheck,
            StringComparison.Ordinal);
        Assert.Contains(
            "more than 500", Check(ScriptedModel.Statements((new string('x', 501), [1]))).FailedCheck, StringComparison.Ordinal);
        Assert.Contains("is empty", Check(ScriptedModel.Statements(("\u200b", [1]))).FailedCheck, StringComparison.Ordinal);
    }

    private static string? Objection(string text, int item) => Check(ScriptedModel.Statements((text, [item]))).FailedCheck;

    private static CheckedAnswer Check(string answer) =>
        GroundingCheck.Run(answer, truncated: false, WritingTaskFactory.For(new CaseSummaryRequest { Case = Usual }), [1, 2, 3]);
}
