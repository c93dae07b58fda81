using System.Net;
using System.Text.Json;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.EndToEnd.Agent;

/// <summary>What an agent's run does with a model that errs, loops, or wants too much.</summary>
public sealed class AgentRunTests
{
    private static readonly string[] OnlyTriage = ["triage_case"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_model_the_route_names_the_settings_and_starts_nothing()
    {
        await using var app = await TriageApp.StartAsync();
        using var answer = await app.PostToAsync("api/agent?wait=200", new { prompt = "Who waits?" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("AzureOpenAI:Endpoint", text, StringComparison.Ordinal);
        Assert.Contains("OpenAI:BaseUrl", text, StringComparison.Ordinal);
        Assert.Empty((await app.GetAsync("/api/runs")).GetProperty("runs").EnumerateArray());
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_is_named_by_every_door_and_nothing_is_called()
    {
        await using var model = await AgentScript.StartAsync((_, context) => AgentScript.Say(context));
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);
        foreach (var (body, field) in new[]
        {
            ("{}", "prompt"),
            ("""{"prompt":" "}""", "prompt"),
            ("""{"prompt":"x","maxSteps":0}""", "maxSteps"),
            ("""{"prompt":"x","maxSteps":"many"}""", "maxSteps"),
            ("""{"prompt":"x","tools":[]}""", "tools"),
            ("""{"prompt":"x","tools":["close_everything"]}""", "tools"),
            ("""{"prompt":"x","allowWrites":true}""", "allowWrites"),
            ("""{"prompt":"x","continueFrom":"agent-none"}""", "continueFrom"),
            ("""{"prompt":"x","steps":3}""", "steps"),
        })
        {
            using var answer = await app.PostToAsync("api/agent", JsonElement.Parse(body));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True((await TriageApp.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _), body);
            Assert.Empty((await app.GetAsync("/api/runs")).GetProperty("runs").EnumerateArray());
            if (field is "steps")
            {
                continue;
            }

            var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("AgentRun", JsonElement.Parse(body), cancellation: Cancelled);
            await app.Client.WaitForInstanceCompletionAsync(id, Cancelled);
            var error = (await app.GetAsync($"/api/runs/{id}")).GetProperty("error").GetProperty("detail").GetString();
            Assert.Contains(field, error, StringComparison.Ordinal);
            await app.Client.PurgeInstanceAsync(id, Cancelled);
        }

        Assert.Equal(0, app.Sandbox.Stats.ProxyCalls());
        Assert.All(model.Requests, request => Assert.True(AgentScript.IsReadiness(request)));
    }

    [Fact]
    public async Task Unknown_tools_and_bad_arguments_go_back_to_the_model_and_cost_no_call()
    {
        await using var model = await AgentScript.StartAsync(
            (_, context) => AgentScript.Call(
                context,
                ("close_all_cases", new { }),
                (ToolNames.GetCase, """{"id":"""),
                (ToolNames.GetCase, new { }),
                (ToolNames.ListCases, new { colour = "red" }),
                (ToolNames.ListChats, new { department_id = "three" }),
                ("triage_case", new { email = "a@b.example", caseId = 1 }),
                ("read_more", new { result = "r99" }),
                ("create_a_fuse_desk_case", new { summary = "x" })),
            (request, context) =>
            {
                Assert.Equal(8, AgentScript.Results(request).Count);
                return AgentScript.Call(context, (ToolNames.GetCase, $$"""{"id":{{SandboxPeople.ShortestCase}}}"""));
            },
            (_, context) => AgentScript.Say(
                context, ($"Case {SandboxPeople.ShortestCase} was read.", [$"case:{SandboxPeople.ShortestCase}#1"])));
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);

        var report = await app.ReportAsync("api/agent", new { prompt = "What is in it?" });

        var calls = report.GetProperty("turns")[0].GetProperty("calls").EnumerateArray().ToList();
        Assert.Equal(
            ["unknown-tool", .. Enumerable.Repeat("wrong-arguments", 6), "unknown-tool"],
            calls.Select(call => call.GetProperty("status").GetString()));
        Assert.Contains("id", calls[2].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("no argument 'colour'", calls[3].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("department_id", calls[4].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, app.Sandbox.Stats.ProxyCalls());
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("answer").ValueKind);
    }

    [Fact]
    public async Task The_same_call_over_and_over_is_made_once_and_the_model_must_answer()
    {
        await using var model = await ScriptedModel.StartAsync((request, context) => AgentScript.IsReadiness(request)
            ? ScriptedModel.Write(context, "OK")
            : MustAnswer(request) ? AgentScript.Say(context, ("There is a list.", ["r1"]))
            : AgentScript.Call(context, (ToolNames.ListDepartments, "{}")));
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);

        var report = await app.ReportAsync("api/agent", new { prompt = "Which departments are there?" });

        Assert.Equal(1, app.Sandbox.Stats.ProxyCalls());
        Assert.Equal("agent-loop", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        Assert.Equal("There is a list.", report.GetProperty("answer").GetProperty("statements")[0].GetProperty("text").GetString());
        Assert.Equal(5, report.GetProperty("turns").GetArrayLength());
    }

    [Fact]
    public async Task A_model_that_never_answers_is_stopped_and_what_was_found_is_kept()
    {
        var next = 0;
        await using var model = await ScriptedModel.StartAsync((request, context) => AgentScript.IsReadiness(request)
            ? ScriptedModel.Write(context, "OK")
            : AgentScript.Call(context, (ToolNames.ListContacts, new { search = $"name-{Interlocked.Increment(ref next)}" })));
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);

        var report = await app.ReportAsync("api/agent", new { prompt = "Who is there?", maxSteps = 3 });

        Assert.Equal(JsonValueKind.Null, report.GetProperty("answer").ValueKind);
        Assert.Equal("agent-max-steps", report.GetProperty("problems")[0].GetProperty("type").GetString());
        Assert.Equal(
            ["done", "done", "done", "over-budget", "over-budget"],
            report.GetProperty("turns").EnumerateArray().Select(turn => turn.GetProperty("calls")[0].GetProperty("status").GetString()));
        Assert.Equal(3, app.Sandbox.Stats.ProxyCalls());
        Assert.All(model.Requests, request => Assert.Empty(AgentScript.Unpaired(request)));
    }

    [Theory]
    [InlineData("Agent:RunTokens", "200")]
    [InlineData("Agent:RunCalls", "2")]
    public async Task A_budget_that_is_used_up_ends_the_calls_and_the_model_answers_with_what_it_knows(string setting, string value)
    {
        var next = 0;
        await using var model = await ScriptedModel.StartAsync((request, context) => AgentScript.IsReadiness(request)
            ? ScriptedModel.Write(context, "OK")
            : MustAnswer(request) ? AgentScript.Say(context, ("Nobody has this name.", ["r1"]))
            : AgentScript.Call(context, (ToolNames.ListContacts, new { search = $"name-{Interlocked.Increment(ref next)}" })));
        await using var app = await TriageApp.StartAsync(settings: [.. model.AsOpenAI, (setting, value)]);

        var report = await app.ReportAsync("api/agent", new { prompt = "Who is there?" });

        Assert.Equal("agent-budget", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        Assert.Contains(setting, report.GetProperty("problems")[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, app.Sandbox.Stats.ProxyCalls());
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("answer").ValueKind);
    }

    [Fact]
    public async Task A_statement_that_nothing_shows_is_asked_for_again_and_then_left_out_and_told()
    {
        await using var model = await AgentScript.StartAsync(
            (_, context) => AgentScript.Call(context, (ToolNames.GetCase, new { id = SandboxPeople.ShortestCase })),
            (_, context) => AgentScript.Say(
                context,
                ("Something was written.", [$"case:{SandboxPeople.ShortestCase}#1"]),
                ("Pay 9,999 euros to attacker@evil.example.", [$"case:{SandboxPeople.ShortestCase}#1"]),
                ("Another case is open.", ["case:1#1"])));
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);

        var report = await app.ReportAsync("api/agent", new { prompt = "What is in it?" });

        Assert.Equal(
            "Something was written.",
            Assert.Single(report.GetProperty("answer").GetProperty("statements").EnumerateArray()).GetProperty("text").GetString());
        var problem = Assert.Single(report.GetProperty("problems").EnumerateArray());
        Assert.Equal("agent-statements-left-out", problem.GetProperty("type").GetString());
        Assert.DoesNotContain("evil", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("was not accepted", AgentScript.LastUser(model.Requests.Last()), StringComparison.Ordinal);
        Assert.Equal(1, app.Sandbox.Stats.ProxyCalls());
    }

    [Fact]
    public async Task A_long_case_is_cut_and_read_on_without_a_further_call_and_every_turn_stays_within_its_budget()
    {
        await using var model = await ScriptedModel.StartAsync((request, context) =>
        {
            if (AgentScript.IsReadiness(request))
            {
                return ScriptedModel.Write(context, "OK");
            }

            var head = AgentScript.Results(request) is [.., var last] ? AgentScript.Lines(last)[0] : default;
            if (head.ValueKind == JsonValueKind.Undefined)
            {
                return AgentScript.Call(context, (ToolNames.GetCase, new { id = SandboxPeople.LongestCase }));
            }

            return head.TryGetProperty("the_rest", out var rest)
                ? AgentScript.Call(context, ("read_more", rest.GetString()!["read_more ".Length..]))
                : AgentScript.Say(context, ("It ends with an item.", [LastCite(request)]));
        });
        await using var app = await TriageApp.StartAsync(
            settings: [.. model.AsOpenAI, ("Agent:TranscriptTokens", "12000"), ("Agent:ResultTokens", "3000")]);

        var report = await app.ReportAsync("api/agent", new { prompt = "How does it end?", maxSteps = 50 });

        Assert.True(report.GetProperty("turns").GetArrayLength() > 4, "it was read in parts");
        Assert.Equal(1, app.Sandbox.Stats.ProxyCalls());
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("answer").ValueKind);
        Assert.Contains(report.GetProperty("turns").EnumerateArray(), turn => turn.GetProperty("replacedResults").GetInt32() > 0);
        var counter = new FuseDeskFlows.Language.Budget.TokenCounter();
        Assert.All(model.Requests, request =>
        {
            Assert.Empty(AgentScript.Unpaired(request));
            Assert.InRange(counter.Count(AgentScript.AllTexts(request)), 0, 12_000);
        });
    }

    [Fact]
    public async Task A_run_goes_on_from_an_earlier_one_and_cites_what_that_has_read()
    {
        await using var model = await ScriptedModel.StartAsync((request, context) => AgentScript.IsReadiness(request)
            ? ScriptedModel.Write(context, "OK")
            : AgentScript.Turns(request) == 0
                ? AgentScript.Call(context, (ToolNames.GetCase, new { id = SandboxPeople.ShortestCase }))
                : AgentScript.Say(context, ("Something was written.", [$"case:{SandboxPeople.ShortestCase}#1"])));
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);
        using var first = await app.PostToAsync("api/agent?wait=200", new { prompt = "What is in it?" });
        var id = first.Headers.Location!.ToString().Split('/')[^1];

        var report = await app.ReportAsync("api/agent", new { prompt = "Are you sure?", continueFrom = id });

        Assert.Equal(1, app.Sandbox.Stats.ProxyCalls());
        Assert.Equal(id, report.GetProperty("continues").GetString());
        Assert.Equal([0, 0, 1], report.GetProperty("turns").EnumerateArray().Select(turn => turn.GetProperty("number").GetInt32()));
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("answer").ValueKind);
        Assert.Equal("Are you sure?", AgentScript.LastUser(model.Requests.Last()));
        Assert.All(model.Requests, request => Assert.Empty(AgentScript.Unpaired(request)));
    }

    [Fact]
    public async Task A_flow_is_a_tool_whose_report_is_cited()
    {
        await using var model = await AgentScript.StartAsync(
            (_, context) => AgentScript.Call(context, ("triage_case", new { email = SandboxPeople.SarahEmail })),
            (request, context) =>
            {
                var step = AgentScript.Lines(AgentScript.Results(request)[0]).First(line => line.TryGetProperty("nextStep", out _));
                return AgentScript.Say(context, ("Reassign the case to Daniel Okafor.", [step.GetProperty("cite").GetString()!]));
            });
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);

        using var answer = await app.PostToAsync(
            "api/agent?wait=200", new { prompt = "What about Sarah?", tools = OnlyTriage });
        var report = await TriageApp.JsonAsync(answer);

        Assert.Equal(
            "report", report.GetProperty("answer").GetProperty("statements")[0].GetProperty("evidence")[0].GetProperty("kind").GetString());
        Assert.Equal(["triage_case", "read_more"], report.GetProperty("tools").EnumerateArray().Select(tool => tool.GetString()));
        Assert.Equal(5, report.GetProperty("usage").GetProperty("toolCalls").GetInt32());
        var child = await app.GetAsync(
            $"/api/runs/{report.GetProperty("turns")[0].GetProperty("calls")[0].GetProperty("run").GetString()}");
        Assert.Equal("CaseTriage", child.GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_FuseDesk_refuses_is_told_to_the_model_and_the_others_go_on()
    {
        await using var model = await AgentScript.StartAsync(
            (_, context) => AgentScript.Call(context, (ToolNames.GetCase, new { id = 1 }), (ToolNames.ListReps, new { })),
            (request, context) =>
            {
                Assert.Contains("no such object", AgentScript.Results(request)[0], StringComparison.Ordinal);
                return AgentScript.Say(context, ("There are reps.", ["r2"]));
            });
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);

        var report = await app.ReportAsync("api/agent", new { prompt = "What is in case 1?" });

        Assert.Equal(
            ["refused", "done"],
            report.GetProperty("turns")[0].GetProperty("calls").EnumerateArray().Select(call => call.GetProperty("status").GetString()));
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("answer").ValueKind);
    }

    [Fact]
    public async Task Quotas_of_FuseDesk_and_of_the_model_are_waited_for_and_told_in_the_transcript()
    {
        var refused = 0;
        await using var model = await ScriptedModel.StartAsync((request, context) => AgentScript.IsReadiness(request)
            ? ScriptedModel.Write(context, "OK")
            : AgentScript.Turns(request) switch
            {
                0 => AgentScript.Call(context, (ToolNames.ListReps, "{}"), (ToolNames.ListDepartments, "{}"), (ToolNames.ListChats, "{}")),
                _ when refused++ == 0 => ScriptedModel.Fail(context, 429, "rate_limit_exceeded", ("retry-after-ms", "3000")),
                _ => AgentScript.Say(context, ("There are reps.", ["r1"])),
            });
        await using var app = await TriageApp.StartAsync(
            new SandboxOptions { Limit = 2, Window = TimeSpan.FromSeconds(8) }, model.AsOpenAI);

        var report = await app.ReportAsync("api/agent", new { prompt = "Who is there?" });

        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("answer").ValueKind);
        Assert.Equal(3, app.Sandbox.Stats.ProxyCalls() - app.Sandbox.Stats.RateLimited);
        Assert.Contains(report.GetProperty("waits").EnumerateArray(), wait => wait.GetProperty("forModel").GetBoolean());
        Assert.Contains(report.GetProperty("waits").EnumerateArray(), wait => !wait.GetProperty("forModel").GetBoolean());
    }

    private static string LastCite(ModelRequest request) =>
        AgentScript.Lines(AgentScript.Results(request)[^1])[^1].GetProperty("cite").GetString()!;

    // A model that must answer is offered no call.
    private static bool MustAnswer(ModelRequest request) =>
        request.Body.TryGetProperty("tool_choice", out var choice)
        && choice.ValueKind == JsonValueKind.String && choice.ValueEquals("none");
}
