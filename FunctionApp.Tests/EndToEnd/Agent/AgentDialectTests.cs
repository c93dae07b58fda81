using System.Text.Json;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.EndToEnd.Agent;

/// <summary>Servers' ways to write calls of tools, from the question to the checked answer. One app serves all.</summary>
public sealed class AgentDialectTests(ModelDialectTests.SharedApp shared) : IClassFixture<ModelDialectTests.SharedApp>
{
    private const string Tool = "get_single_fuse_desk_case_by_id";
    private static readonly string Case = $"{SandboxPeople.ShortestCase}";
    private static readonly string Call =
        $$$"""{"id":"call_1","type":"function","function":{"name":"{{{Tool}}}","arguments":"{\"id\":{{{Case}}} }"}}""";

    public static TheoryData<string, string, string> Turns => new()
    {
        { "as OpenAI", $$$"""{"content":null,"tool_calls":[{{{Call}}}]}""", "\"tool_calls\"" },
        { "with text beside it, finished as an answer is", $$$"""{"content":"I read the case.","tool_calls":[{{{Call}}}]}""", "\"stop\"" },
        { "without a reason to finish", $$$"""{"tool_calls":[{{{Call}}}]}""", "null" },
        {
            "without an id, arguments as an object",
            $$$"""{"content":"","tool_calls":[{"function":{"name":"{{{Tool}}}","arguments":{"id":{{{Case}}} } }}]}""",
            "\"tool_calls\""
        },
        {
            "behind a thought",
            $$$"""{"content":"<think>Which case?</think>","tool_calls":[{{{Call}}}]}""",
            "\"tool_calls\""
        },
        {
            "as text in tags",
            $$$"""{"content":"<tool_call>\n{\"name\": \"{{{Tool}}}\", \"arguments\": {\"id\": {{{Case}}} }}\n</tool_call>"}""",
            "\"stop\""
        },
        {
            "as Mistral's text",
            $$$"""{"content":"[TOOL_CALLS][{\"name\": \"{{{Tool}}}\", \"arguments\": {\"id\": {{{Case}}} }}]"}""",
            "\"stop\""
        },
    };

    [Theory]
    [MemberData(nameof(Turns))]
    public async Task A_call_is_made_once_however_it_is_written(string name, string message, string finish)
    {
        Play((0, message, finish));

        var report = await shared.App.ReportAsync("api/agent", new { prompt = $"What is in it? ({name})" });

        AssertAnswered(report, "done");
    }

    [Fact]
    public async Task Calls_with_one_id_are_told_apart()
    {
        var other = Call.Replace(Case, "1", StringComparison.Ordinal);
        Play((0, $$$"""{"content":null,"tool_calls":[{{{Call}}},{{{other}}}]}""", "\"tool_calls\""));

        var report = await shared.App.ReportAsync("api/agent", new { prompt = "What is in both?" });

        Assert.Equal(["done", "refused"], Statuses(report));
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("answer").ValueKind);
        Assert.All(shared.Model.Requests, request => Assert.Empty(AgentScript.Unpaired(request)));
    }

    [Fact]
    public async Task Arguments_that_are_no_JSON_cost_no_call_and_are_told_to_the_model()
    {
        Play(
            (0, $$$"""{"tool_calls":[{"id":"a","function":{"name":"{{{Tool}}}","arguments":"{\"id\": {{{Case}}}"}}]}""", "\"stop\""),
            (1, $$$"""{"content":null,"tool_calls":[{{{Call}}}]}""", "\"tool_calls\""));

        var report = await shared.App.ReportAsync("api/agent", new { prompt = "What is in it, once more?" });

        AssertAnswered(report, "wrong-arguments", "done");
    }

    private static IEnumerable<string?> Statuses(JsonElement report) =>
        from turn in report.GetProperty("turns").EnumerateArray()
        from call in turn.GetProperty("calls").EnumerateArray()
        select call.GetProperty("status").GetString();

    private static void AssertAnswered(JsonElement report, params string[] statuses)
    {
        Assert.Equal(statuses, Statuses(report));
        Assert.Equal(
            "Something was written.",
            Assert.Single(report.GetProperty("answer").GetProperty("statements").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(1, report.GetProperty("usage").GetProperty("toolCalls").GetInt32());
        Assert.Empty(report.GetProperty("problems").EnumerateArray());
    }

    // The turns of the model; after the last of them it answers.
    private void Play(params (int Turn, string Message, string Finish)[] turns) => shared.Model.Answer = (request, context) =>
        AgentScript.IsReadiness(request) ? ScriptedModel.Write(context, "OK")
        : turns.FirstOrDefault(turn => turn.Turn == AgentScript.Turns(request)) is { Message: { } message, Finish: { } finish }
            ? ScriptedModel.Say(
                context,
                200,
                $$$"""
                {"choices":[{"index":0,"finish_reason":{{{finish}}},"message":{{{message}}} }],
                 "usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120}}
                """)
            : AgentScript.Say(context, ("Something was written.", [$"case:{Case}#1"]));
}
