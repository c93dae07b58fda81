using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.EndToEnd.Agent;

/// <summary>The questions that the product started from, from the prompt to the answer.</summary>
public sealed class ArticleAgentTests
{
    [Fact]
    public async Task Who_spoke_to_Sarah_last_is_found_by_five_calls_and_answered_with_what_shows_it()
    {
        const string prompt = "Find the most recent case for 'sarah@examplecorp.com', summarize the entire conversation history, "
            + "and identify which rep last interacted with her.";
        await using var model = await AgentScript.StartAsync(
            (_, context) => AgentScript.Call(context, (ToolNames.ListContacts, new { search = SandboxPeople.SarahEmail })),
            (request, context) => AgentScript.Call(context, (ToolNames.ListCases, new
            {
                contact_id = AgentScript.Lines(AgentScript.Results(request)[0])[1].GetProperty("id").GetString(),
            })),
            (_, context) => AgentScript.Call(context, (ToolNames.GetCase, new { id = SandboxPeople.SarahNewestCase })),
            (_, context) => AgentScript.Call(context, (ToolNames.GetRep, new { id = SandboxPeople.Marcus })),
            (_, context) => AgentScript.Say(
                context,
                ("The customer asks: \"Could you please 1. send me the transfer form today\"", ["case:84877#14"]),
                ("Marcus Webb, rep 51, answered last and is disabled.", ["r4#1"]),
                ("Case 84877 is one of her cases.", ["r2#1"])));
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);

        var report = await app.ReportAsync("api/agent", new { prompt });

        Assert.Empty(report.GetProperty("problems").EnumerateArray());
        var statements = report.GetProperty("answer").GetProperty("statements").EnumerateArray().ToList();
        Assert.Equal([false, false, true], statements.Select(statement => statement.GetProperty("onlyFromLists").GetBoolean()));
        Assert.Equal("texts", statements[0].GetProperty("evidence")[0].GetProperty("kind").GetString());
        Assert.Equal(4, report.GetProperty("usage").GetProperty("toolCalls").GetInt32());
        Assert.Equal(5, report.GetProperty("usage").GetProperty("modelCalls").GetInt32());
        Assert.Equal(4, app.Sandbox.Stats.ProxyCalls());
        Assert.All(model.Requests, request => Assert.Empty(AgentScript.Unpaired(request)));
        Assert.Contains("holds no message's text", AgentScript.Results(model.Requests.Last())[1], StringComparison.Ordinal);
        Assert.Contains(
            ToolNames.GetCase,
            AgentScript.Lines(AgentScript.Results(model.Requests.Last())[1])[0].GetProperty("note").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chats_of_Technical_Support_in_which_a_customer_waits_are_read_side_by_side()
    {
        const string prompt = "Check the Technical Support department for any active chats where the customer has been waiting for "
            + "a reply. Summarize the issue and tag the assigned rep.";
        await using var model = await AgentScript.StartAsync(
            (_, context) => AgentScript.Call(context, (ToolNames.ListDepartments, new { }), (ToolNames.ListReps, "")),
            (_, context) => AgentScript.Call(
                context, (ToolNames.ListChats, new { department_id = $"{SandboxPeople.TechnicalSupport}", is_archived = "false" })),
            (request, context) => AgentScript.Call(context, [.. Chats(request).Select(id => (ToolNames.GetChat, (object)new { id }))]),
            (request, context) => AgentScript.Say(
                context, [.. Chats(request).Select(id => ($"In chat {id} something was written.", new[] { $"chat:{id}#1" }))]));
        await using var app = await TriageApp.StartAsync(settings: model.AsAzure);

        var report = await app.ReportAsync("api/agent", new { prompt });

        var read = report.GetProperty("turns")[2].GetProperty("calls").EnumerateArray().ToList();
        Assert.True(read.Count > 1);
        Assert.All(read, call => Assert.Equal("done", call.GetProperty("status").GetString()));
        Assert.Equal(read.Count, report.GetProperty("answer").GetProperty("statements").GetArrayLength());
        Assert.Empty(report.GetProperty("problems").EnumerateArray());
        Assert.Equal(3 + read.Count, app.Sandbox.Stats.ProxyCalls());

        static IEnumerable<string> Chats(Language.ModelRequest request) => AgentScript.Lines(AgentScript.Results(request)[2]).Skip(1)
            .Select(chat => chat.GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task All_open_cases_of_a_day_are_read_whole_and_the_transcript_can_be_read_by_people()
    {
        const string prompt = "Find all open cases in FuseDesk created today and retrieve their full history.";
        await using var model = await AgentScript.StartAsync(
            (_, context) => AgentScript.Call(
                context, (ToolNames.ListCases, new { status = "open", date_opened = new { after = "2026-11-20" } })),
            (request, context) => AgentScript.Call(
                context, [.. Cases(request).Take(8).Select(id => (ToolNames.GetCase, (object)new { id }))]),
            (request, context) => AgentScript.Say(
                context, [.. Cases(request).Take(8).Select(id => ($"Case {id} was read.", new[] { $"case:{id}#1" }))]));
        await using var app = await TriageApp.StartAsync(
            settings: [.. model.AsOpenAI, ("Agent:PricePerMillionInputTokens", "2"), ("Agent:PricePerMillionOutputTokens", "10")]);

        using var answer = await app.PostToAsync("api/agent?wait=200", new { prompt });
        var report = await TriageApp.JsonAsync(answer);

        Assert.True(report.GetProperty("answer").GetProperty("statements").GetArrayLength() > 0, report.GetRawText());
        Assert.Equal(0.0012m, report.GetProperty("cost").GetProperty("amount").GetDecimal());
        foreach (var (type, mark) in new[] { ("text/html", "<h2>Answer</h2>"), ("text/markdown", "# Answer of an agent") })
        {
            var page = await app.GetTextAsync(answer.Headers.Location!.ToString(), type);
            Assert.Contains(mark, page, StringComparison.Ordinal);
            Assert.Contains("r2: get", page, StringComparison.Ordinal);
            Assert.Contains("by the prices of the settings", page, StringComparison.Ordinal);
        }

        var runs = (await app.GetAsync("/api/runs")).GetProperty("runs").EnumerateArray();
        Assert.DoesNotContain(runs, run => run.GetProperty("name").ValueEquals("StoredAgentResult"));

        static IEnumerable<int> Cases(Language.ModelRequest request) => AgentScript.Lines(AgentScript.Results(request)[0]).Skip(1)
            .Select(item => item.GetProperty("id").GetInt32());
    }
}
