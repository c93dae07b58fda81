using FuseDeskFlows.Activities.Agent.Answers;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Tests.Activities.Agent;

public sealed class AgentAnswerCheckTests
{
    [Theory]
    [InlineData("The customer wrote \\\"the export is empty\\\" on 3 March 2026.", "case:7#1", null)]
    [InlineData("There are 3 cases, 2 of them new.", "r2", null)]
    [InlineData("Case 12 is new.", "r2#2", null)]
    [InlineData("Today, on 5 March 2026, case 7 was asked about.", "case:7#1", null)]
    [InlineData("The customer wrote \\\"the export is full\\\".", "case:7#1", "quotes words")]
    [InlineData("There are 4 cases.", "r2", "a number")]
    [InlineData("Write to a@b.example.", "case:7#1", "email address")]
    [InlineData("It was item 2.", "case:7#2", "not read in this run")]
    [InlineData("All of it.", "r1", "not read in this run, or was not shown whole")]
    public void A_statement_is_held_against_what_it_cites(string text, string cite, string? fault)
    {
        var check = Check($$"""{"statements":[{"text":"{{text}}","evidence":["{{cite}}"]}]}""");
        if (fault is null)
        {
            Assert.Empty(check.Faults);
            Assert.Equal(cite, Assert.Single(Assert.Single(check.Statements).Evidence).Cite);
        }
        else
        {
            Assert.Contains(fault, Assert.Single(check.Faults), StringComparison.Ordinal);
            Assert.Empty(check.Statements);
        }
    }

    [Fact]
    public void What_rests_on_lists_alone_is_told_as_such()
    {
        var check = Check("""{"statements":[{"text":"A.","evidence":["r2#1"]},{"text":"B.","evidence":["r2#1","case:7#1"]}]}""");
        Assert.Equal([true, false], check.Statements.Select(statement => statement.OnlyFromLists));
    }

    [Theory]
    [InlineData("No idea.")]
    [InlineData("""{"statements":[]}""")]
    [InlineData("""{"answer":"yes"}""")]
    public void An_answer_of_another_form_is_none(string answer) => Assert.NotEmpty(Check(answer).Faults);

    [Fact]
    public void Words_and_a_fence_around_an_answer_do_no_harm() =>
        Assert.Single(Check("Here it is:\n```json\n{\"statements\":[{\"text\":\"A.\",\"evidence\":[\"r2\"]}]}\n```").Statements);

    private static AgentAnswerCheckResult Check(string answer)
    {
        var lines = new CitableLines();
        var texts = Stored(
            "r1",
            AgentResultKind.Texts,
            Line("case:7#1", """{"cite":"case:7#1","text":"Hello, the export is empty."}"""),
            Line("case:7#2", """{"text":"Not shown."}"""));
        var list = Stored("r2", AgentResultKind.List, Entry(1, "new"), Entry(2, "new"), Entry(3, "open"));
        lines.Add(Page(texts, to: 1), texts);
        lines.Add(Page(list, to: 3), list);
        return AgentAnswerCheck.Run(
            new() { Answer = answer, Prompt = "What about case 7?", Now = new(2026, 3, 5, 8, 0, 0, TimeSpan.Zero) }, lines);
    }

    private static StoredLine Entry(int number, string status) =>
        Line($"r2#{number}", $$"""{"cite":"r2#{{number}}","id":{{number + 10}},"status":"{{status}}"}""");

    private static StoredLine Line(string cite, string json) =>
        new() { Cite = cite, Json = json, At = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero) };

    private static StoredResult Stored(string handle, AgentResultKind kind, params StoredLine[] lines) =>
        new() { Handle = handle, Tool = "tool", Kind = kind, Lines = lines };

    private static AgentResult Page(StoredResult result, int to) =>
        new() { Handle = result.Handle, StoredAt = result.Handle, Kind = result.Kind, From = 1, To = to, Lines = result.Lines.Count };
}
