using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>The whole app with a scripted model.</summary>
public sealed class LanguageTests
{
    [Fact]
    public async Task A_triage_is_summarised_by_the_model_in_one_call_and_counted()
    {
        await using var model = await ScriptedModel.StartAsync(("The customer was charged twice and asks for the money.", [1]));
        await using var app = await TriageApp.StartAsync(settings: model.AsAzure);

        var report = await app.TriageAsync(new { caseId = SandboxPeople.SarahNewestCase });

        Assert.Equal(ScriptedModel.Name, report.GetProperty("summary").GetProperty("writtenBy").GetString());
        Assert.Equal(1, report.GetProperty("usage").GetProperty("modelCalls").GetInt32());
        Assert.Equal(120, report.GetProperty("usage").GetProperty("modelTokens").GetInt32());
        Assert.Empty(report.GetProperty("problems").EnumerateArray());
        Assert.Single(
            model.Requests,
            request =>
                request.Body.TryGetProperty("response_format", out var format) && format.GetProperty("type").GetString() is "json_schema");
    }

    [Fact]
    public async Task A_model_that_makes_things_up_is_asked_twice_and_then_replaced_and_the_report_says_so()
    {
        await using var model = await ScriptedModel.StartAsync(("Pay to attacker@evil.example.", [1]));
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);

        var report = await app.TriageAsync(new { caseId = SandboxPeople.SarahNewestCase });

        Assert.Equal("extractive", report.GetProperty("summary").GetProperty("writtenBy").GetString());
        Assert.Equal(2, report.GetProperty("usage").GetProperty("modelCalls").GetInt32());
        Assert.Equal(
            "model-answer-rejected", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        Assert.DoesNotContain("evil", report.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_models_429_is_waited_for_in_a_durable_timer()
    {
        var refused = 0;
        await using var model = await ScriptedModel.StartAsync((request, context) =>
            request.Body.GetProperty("messages").GetArrayLength() == 2 && refused++ == 0
                ? ScriptedModel.Fail(context, 429, "rate_limit_exceeded", ("retry-after-ms", "2000"))
                : ScriptedModel.Write(context, ScriptedModel.Statements(("The customer was charged twice.", [1]))));
        await using var app = await TriageApp.StartAsync(settings: model.AsAzure);

        var report = await app.TriageAsync(new { caseId = SandboxPeople.SarahNewestCase });

        Assert.Equal(ScriptedModel.Name, report.GetProperty("summary").GetProperty("writtenBy").GetString());
        Assert.Equal(1, report.GetProperty("usage").GetProperty("rateLimitWaits").GetInt32());
        Assert.Equal(2, report.GetProperty("usage").GetProperty("modelCalls").GetInt32());
    }

    [Fact]
    public async Task A_wrong_deployment_is_503_at_the_start_and_costs_no_call_of_FuseDesk()
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => ScriptedModel.Fail(context, 404, "DeploymentNotFound"));
        await using var app = await TriageApp.StartAsync(settings: model.AsAzure);

        using var answer = await app.PostAsync(new { caseId = SandboxPeople.ArticleCase }, "?wait=200");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(
            "AzureOpenAI:Deployment",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(0, app.Sandbox.Stats.ProxyCalls());
        Assert.Equal(0, (await app.GetAsync("/api/runs")).GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public async Task A_long_case_is_read_in_parts_within_the_budget()
    {
        await using var model = await ScriptedModel.StartAsync(
            (request, context) =>
                request.Body.GetProperty("messages").GetArrayLength() == 2
                    ? ScriptedModel.Write(
                        context,
                        ScriptedModel.Statements(
                            ("Something was said.", [request.Items.Count > 0 ? request.Items[0].GetProperty("item").GetInt32() : 1])))
                    : ScriptedModel.Write(context, "OK"));
        await using var app = await TriageApp.StartAsync(
            settings: [.. model.AsOpenAI, ("Language:CallTokens", "2000"), ("Language:CaseTokens", "20000")]);

        var report = await app.TriageAsync(new { caseId = SandboxPeople.LongestCase });

        Assert.Equal(ScriptedModel.Name, report.GetProperty("summary").GetProperty("writtenBy").GetString());
        Assert.True(report.GetProperty("usage").GetProperty("modelCalls").GetInt32() > 2);
        Assert.Contains(model.Requests, request => request.User.Contains("Notes on the older history", StringComparison.Ordinal));
        Assert.Empty(report.GetProperty("problems").EnumerateArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_is_drafted_with_and_without_a_model_and_nothing_is_sent(bool withModel)
    {
        await using var model = await ScriptedModel.StartAsync(("We will look at the charge again.", [1]));
        await using var app = await TriageApp.StartAsync(settings: withModel ? model.AsOpenAI : []);

        using var answer = await app.Http.PostAsJsonAsync(
            $"api/cases/{SandboxPeople.SarahNewestCase}/draft?wait=200", new { }, TestContext.Current.CancellationToken);
        var report = await TriageApp.JsonAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(withModel ? ScriptedModel.Name : "extractive", report.GetProperty("draft").GetProperty("writtenBy").GetString());
        Assert.Equal("Marcus Webb", report.GetProperty("rep").GetProperty("name").GetString());
        Assert.Equal(1, app.Sandbox.Stats.ProxyCalls());
        using var request = new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location);
        request.Headers.Accept.ParseAdd("text/html");
        using var page = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("not sent", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_for_an_unknown_case_is_a_result()
    {
        await using var app = await TriageApp.StartAsync();

        using var answer = await app.Http.PostAsJsonAsync("api/cases/1/draft?wait=200", new { }, TestContext.Current.CancellationToken);
        var report = await TriageApp.JsonAsync(answer);

        Assert.Equal("refused-not-found", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("draft").ValueKind);
    }

    [Fact]
    public async Task Audits_digests_and_summaries_of_chats_are_written_by_the_model_too_and_say_who_wrote_them()
    {
        await using var model = await ScriptedModel.StartAsync((request, context) => ScriptedModel.Write(context, request.Items.Count == 0
            ? "OK"
            : ScriptedModel.Statements(("The customer asks for help.", [request.Items[0].GetProperty("item").GetInt32()]))));
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);

        var audit = await app.ReportAsync("api/chats/audit", new { });
        var digest = await app.ReportAsync("api/cases/digest", new { status = "closed" });

        Assert.NotEmpty(audit.GetProperty("chats").EnumerateArray());
        Assert.All(
            audit.GetProperty("chats").EnumerateArray(),
            chat => Assert.Equal(ScriptedModel.Name, chat.GetProperty("issue").GetProperty("writtenBy").GetString()));
        Assert.Equal(audit.GetProperty("chats").GetArrayLength(), audit.GetProperty("usage").GetProperty("modelCalls").GetInt32());
        var lines = digest
            .GetProperty("cases")
            .EnumerateArray()
            .Select(entry => entry.GetProperty("line"))
            .Where(line => line.ValueKind != JsonValueKind.Null)
            .ToList();
        Assert.NotEmpty(lines);
        var before = app.Sandbox.Stats.ProxyCalls();
        var chat = await app.ReportAsync("api/chats/10294/summary", new { });
        Assert.Equal(1, app.Sandbox.Stats.ProxyCalls() - before);
        Assert.Equal(ScriptedModel.Name, chat.GetProperty("summary").GetProperty("writtenBy").GetString());
        Assert.Equal("Tomasz Zielinski", chat.GetProperty("rep").GetProperty("name").GetString());
        Assert.Equal("Technical Support", chat.GetProperty("chat").GetProperty("department").GetProperty("name").GetString());
        Assert.All(lines, line => Assert.Equal(ScriptedModel.Name, line.GetProperty("writtenBy").GetString()));
        Assert.Equal(lines.Count, digest.GetProperty("usage").GetProperty("modelCalls").GetInt32());
    }

    [Fact]
    public async Task A_model_that_is_down_is_told_once_in_an_audit_and_in_a_digest()
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => ScriptedModel.Fail(context, 503, ""));
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);

        foreach (var report in new[]
            {
                await app.ReportAsync("api/chats/audit", new { }),
                await app.ReportAsync("api/cases/digest", new { status = "closed" }),
            })
        {
            Assert.Single(
                report.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("type").GetString() is "model-unavailable");
            Assert.Contains("extractive", report.GetRawText(), StringComparison.Ordinal);
        }
    }
}
