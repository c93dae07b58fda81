using System.Net;
using System.Text.Json;
using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using LocalHost.Tests.Support;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Audit;

/// <summary>What the support manager gets from an audit of live chats, and what it costs at the sandbox.</summary>
public sealed class AuditTests
{
    private const string Route = "api/chats/audit";

    [Fact]
    public async Task The_articles_audit_finds_the_chats_that_wait_and_reads_no_others()
    {
        await using var app = await TriageApp.StartAsync();
        var waiting = await WaitingChatsAsync(app);
        app.Sandbox.Reset();

        var report = await app.ReportAsync(Route, new { });

        var chats = report.GetProperty("chats").EnumerateArray().ToList();
        Assert.Equal(waiting, chats.Select(chat => chat.GetProperty("chatId").GetString()!).Order());
        Assert.Equal(1, app.Sandbox.Stats.Calls("GET /proxy/departments"));
        Assert.Equal(1, app.Sandbox.Stats.Calls("GET /proxy/chats"));
        Assert.Equal(waiting.Count, app.Sandbox.Stats.Calls("GET /proxy/chats/{id}"));
        Assert.Equal(1, app.Sandbox.Stats.Calls("GET /proxy/reps"));
        Assert.Equal(3 + waiting.Count, app.Sandbox.Stats.ProxyCalls());
        Assert.Equal(3 + waiting.Count, report.GetProperty("usage").GetProperty("toolCalls").GetInt32());
        Assert.Empty(report.GetProperty("problems").EnumerateArray());
        Assert.Equal(
            chats.Select(chat => chat.GetProperty("waitingSince").GetDateTimeOffset()).Order(),
            chats.Select(chat => chat.GetProperty("waitingSince").GetDateTimeOffset()));
    }

    [Fact]
    public async Task Elena_is_reported_with_her_issue_her_rep_and_how_long_she_waits()
    {
        await using var app = await TriageApp.StartAsync();

        var report = await app.ReportAsync(Route, Of("  technical   SUPPORT "));

        Assert.Equal(
            "Technical Support", Assert.Single(report.GetProperty("departments").EnumerateArray()).GetProperty("name").GetString());
        var elena = report
            .GetProperty("chats")
            .EnumerateArray()
            .Single(chat => chat.GetProperty("chatId").ValueEquals(SandboxPeople.ArticleChat));
        Assert.Equal("Tomasz Zielinski", elena.GetProperty("rep").GetProperty("name").GetString());
        Assert.True(elena.GetProperty("rep").GetProperty("active").GetBoolean());
        Assert.Equal("sender", elena.GetProperty("judgedBy").GetString());
        Assert.Equal("critical", elena.GetProperty("severity").GetString());
        var since = elena.GetProperty("waitingSince").GetDateTimeOffset();
        Assert.Equal(29, since.Minute);
        Assert.Equal(
            (int)(report.GetProperty("checkedAt").GetDateTimeOffset() - since).TotalMinutes,
            elena.GetProperty("waitingMinutes").GetInt32());
        Assert.Contains("signature check", elena.GetProperty("issue").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            "replay at least the 12 payments", elena.GetProperty("issue").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("Are you still there?", elena.GetProperty("lastMessages").EnumerateArray().Last().GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, elena.GetProperty("reportedSince").ValueKind);
    }

    [Fact]
    public async Task Departments_are_audited_side_by_side_with_one_list_of_reps()
    {
        await using var app = await TriageApp.StartAsync();

        var report = await app.ReportAsync(Route, Of("Technical Support", "Billing", "Sales"));

        Assert.Equal(3, app.Sandbox.Stats.Calls("GET /proxy/chats"));
        Assert.Equal(1, app.Sandbox.Stats.Calls("GET /proxy/reps"));
        Assert.Equal(1, app.Sandbox.Stats.Calls("GET /proxy/departments"));
        Assert.Equal(report.GetProperty("chats").GetArrayLength(), app.Sandbox.Stats.Calls("GET /proxy/chats/{id}"));
        var totals = report.GetProperty("totals").GetProperty("byDepartment").EnumerateArray().ToList();
        Assert.Equal(
            ["Technical Support", "Billing", "Sales"],
            totals.Select(total => total.GetProperty("department").GetProperty("name").GetString()));
        Assert.Equal(report.GetProperty("chats").GetArrayLength(), totals.Sum(total => total.GetProperty("waiting").GetInt32()));
        Assert.Equal(
            report.GetProperty("chats").GetArrayLength(),
            report.GetProperty("totals").GetProperty("byRep").EnumerateArray().Sum(total => total.GetProperty("waiting").GetInt32()));
    }

    [Fact]
    public async Task A_second_audit_marks_what_was_reported_and_lists_what_is_over()
    {
        await using var app = await TriageApp.StartAsync();
        var first = await app.ReportAsync(Route, new { });
        await app.AskSandboxAsync(HttpMethod.Post, $"chats/{SandboxPeople.ArticleChat}/close");

        var second = await app.ReportAsync(Route, new { });

        Assert.All(first.GetProperty("chats").EnumerateArray(), chat => Assert.False(chat.GetProperty("repeated").GetBoolean()));
        Assert.Equal(first.GetProperty("chats").GetArrayLength() - 1, second.GetProperty("chats").GetArrayLength());
        Assert.All(second.GetProperty("chats").EnumerateArray(), chat =>
        {
            Assert.True(chat.GetProperty("repeated").GetBoolean());
            Assert.Equal(first.GetProperty("checkedAt").GetDateTimeOffset(), chat.GetProperty("reportedSince").GetDateTimeOffset());
        });
        var resolved = Assert.Single(second.GetProperty("resolved").EnumerateArray());
        Assert.Equal(
            (SandboxPeople.ArticleChat, "gone"), (resolved.GetProperty("chatId").GetString(), resolved.GetProperty("how").GetString()));
    }

    [Fact]
    public async Task A_chat_that_cannot_be_read_is_still_reported()
    {
        await using var app = await TriageApp.StartAsync();
        await app.AddFaultAsync(new { route = $"GET /proxy/chats/{SandboxPeople.ArticleChat}", status = 404 });

        var report = await app.ReportAsync(Route, new { });

        var elena = report
            .GetProperty("chats")
            .EnumerateArray()
            .Single(chat => chat.GetProperty("chatId").ValueEquals(SandboxPeople.ArticleChat));
        Assert.Equal(JsonValueKind.Null, elena.GetProperty("issue").ValueKind);
        Assert.Equal("refused-not-found", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Without_the_list_of_reps_the_dates_tell_who_waits()
    {
        await using var app = await TriageApp.StartAsync(new() { MissingScopes = ["reps"] });
        var waiting = await WaitingChatsAsync(app);

        var report = await app.ReportAsync(Route, new { });

        Assert.Equal(waiting, report.GetProperty("chats").EnumerateArray().Select(chat => chat.GetProperty("chatId").GetString()!).Order());
        Assert.Equal("refused-forbidden", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_department_that_does_not_exist_is_a_result_and_costs_nothing_but_the_lists()
    {
        await using var app = await TriageApp.StartAsync();

        var report = await app.ReportAsync(Route, Of("Plumbing"));

        var problem = Assert.Single(report.GetProperty("problems").EnumerateArray());
        Assert.Equal("no-department", problem.GetProperty("type").GetString());
        Assert.Contains("Technical Support", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, app.Sandbox.Stats.ProxyCalls());
    }

    [Fact]
    public async Task Twenty_audits_at_once_are_one_audit_and_all_others_say_so()
    {
        await using var app = await TriageApp.StartAsync(new() { Latency = TimeSpan.FromMilliseconds(200) });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.PostToAsync(Route + "?wait=200", new { })));

        var reports = new List<JsonElement>();
        foreach (var answer in answers.Where(answer => answer.StatusCode == HttpStatusCode.OK))
        {
            reports.Add(await TriageApp.JsonAsync(answer));
        }

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict));
        var real = Assert.Single(reports, report => report.GetProperty("chats").GetArrayLength() > 0);
        Assert.All(
            reports.Except([real]),
            report =>
                Assert.Equal(
                    "audit-running", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString()));
        Assert.Equal(1, app.Sandbox.Stats.Calls("GET /proxy/departments"));
    }

    [Fact]
    public async Task While_an_audit_waits_for_its_quota_a_second_one_is_refused_and_a_terminated_one_blocks_nothing()
    {
        await using var app = await TriageApp.StartAsync(new() { Limit = 2 });
        using var started = await app.PostToAsync(Route, new { });
        var first = started.Headers.Location!.ToString();
        await app.UntilAsync(first, IsWaiting);

        using var second = await app.PostToAsync(Route, new { });
        var problem = await TriageApp.JsonAsync(second);
        await app.Client.TerminateInstanceAsync(first.Split('/')[^1], TestContext.Current.CancellationToken);
        await app.UntilAsync(first, run => run.GetProperty("status").GetString() is "terminated");
        using var third = await app.PostToAsync(Route, new { });
        var run = await app.UntilAsync(third.Headers.Location!.ToString(), IsWaiting);

        Assert.Equal(
            (HttpStatusCode.Conflict, "urn:fusedeskflows:problem:audit-running"),
            (second.StatusCode, problem.GetProperty("type").GetString()));
        Assert.Equal(first.Split('/')[^1], problem.GetProperty("runId").GetString());
        Assert.Equal("running", run.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Reports_are_kept_and_found_by_department_and_time()
    {
        await using var app = await TriageApp.StartAsync();
        using var none = await app.Http.GetAsync(new Uri("api/audits/latest", UriKind.Relative), TestContext.Current.CancellationToken);
        await app.ReportAsync(Route, Of("Billing"));
        var report = await app.ReportAsync(Route, new { });

        var latest = await app.GetAsync("api/audits/latest");
        var all = (await app.GetAsync("api/audits")).GetProperty("audits").EnumerateArray().ToList();
        var billing = (await app.GetAsync("api/audits?department=billing")).GetProperty("audits").EnumerateArray().ToList();
        var later = await app.GetAsync("api/audits?from=2999-01-01T00:00:00Z");
        using var wrong = await app.Http.GetAsync(
            new Uri("api/audits?to=tomorrow", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await app.GetTextAsync("api/audits/latest?department=Technical%20Support", "text/html");
        var markdown = await app.GetTextAsync("api/audits/latest", "text/markdown");

        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Equal(report.GetRawText(), latest.GetRawText());
        Assert.Equal(["Technical Support", "Billing"], all.Select(entry => entry.GetProperty("department").GetString()));
        Assert.Equal(report.GetProperty("chats").GetArrayLength(), all[0].GetProperty("waiting").GetInt32());
        Assert.Equal("Billing", Assert.Single(billing).GetProperty("department").GetString());
        Assert.Empty(later.GetProperty("audits").EnumerateArray());
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("<svg class=\"bar\"", page, StringComparison.Ordinal);
        Assert.Contains("Are you still there?", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timer_audits_by_itself()
    {
        await using var app = await TriageApp.StartAsync(null, (AuditOptions.ScheduleSetting, "*/1 * * * * *"));

        var list = await app.UntilAsync("api/audits", audits => audits.GetProperty("audits").GetArrayLength() > 0);

        Assert.Equal("Technical Support", list.GetProperty("audits")[0].GetProperty("department").GetString());
    }

    [Fact]
    public async Task A_bad_setting_is_named_when_the_app_starts()
    {
        using var state = new TempFolder();
        await using var sandbox = await SandboxServer.StartAsync(new(), TestContext.Current.CancellationToken);
        await using var host = AppProcess.Start(
            state.Path, sandbox, ("EscalationAudit__WebhookUrl", "http://hooks.example/secret"), ("EscalationAudit__Hours", "late"));

        Assert.Equal(1, await host.EndAsync());
        Assert.Contains("EscalationAudit:WebhookUrl", host.Console, StringComparison.Ordinal);
        Assert.Contains("EscalationAudit:Hours", host.Console, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", host.Console, StringComparison.Ordinal);
    }

    private static object Of(params string[] departments) => new { departments };

    // What is true, read at the sandbox chat by chat: the audit must come to the same without reading them all.
    private static async Task<List<string>> WaitingChatsAsync(TriageApp app)
    {
        var waiting = new List<string>();
        var list = await app.AskSandboxAsync(
            HttpMethod.Get, $"chats?department_id={SandboxPeople.TechnicalSupport}&is_archived=false");
        foreach (var chat in list.GetProperty("result").EnumerateArray())
        {
            var id = chat.GetProperty("id").GetString()!;
            var whole = await app.AskSandboxAsync(HttpMethod.Get, $"chats/{id}");
            var messages = (whole.TryGetProperty("result", out var result) ? result : whole).GetProperty("messages");
            if (messages[messages.GetArrayLength() - 1].GetProperty("senderType").ValueEquals("client"))
            {
                waiting.Add(id);
            }
        }

        Assert.NotEmpty(waiting);
        return [.. waiting.Order()];
    }
}
