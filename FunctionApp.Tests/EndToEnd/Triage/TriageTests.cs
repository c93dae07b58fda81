using System.Net;
using System.Text.Json;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.EndToEnd.Triage;

/// <summary>What a person at the HTTP surface gets, and what it costs at the sandbox.</summary>
public sealed class TriageTests
{
    [Fact]
    public async Task An_email_takes_five_calls_cold_and_three_once_the_reps_and_departments_are_known()
    {
        await using var app = await TriageApp.StartAsync();

        var cold = await app.TriageAsync(new { email = SandboxPeople.JordanEmail });
        Assert.Equal(5, app.Sandbox.Stats.ProxyCalls());
        Assert.Equal(5, cold.GetProperty("usage").GetProperty("toolCalls").GetInt32());
        var report = await app.TriageAsync(new { email = SandboxPeople.JordanEmail });

        Assert.Equal(SandboxPeople.ArticleCase, report.GetProperty("case").GetProperty("id").GetInt64());
        Assert.Equal("Omar Haddad", report.GetProperty("lastRep").GetProperty("name").GetString());
        Assert.True(report.GetProperty("lastRep").GetProperty("active").GetBoolean());
        Assert.Equal(
            cold.GetProperty("lastRep").GetProperty("activeAsOf").GetDateTimeOffset(),
            report.GetProperty("lastRep").GetProperty("activeAsOf").GetDateTimeOffset());
        Assert.False(
            string.IsNullOrEmpty(report.GetProperty("case").GetProperty("department").GetProperty("name").GetString()), $"{report}");
        Assert.Equal(3, report.GetProperty("usage").GetProperty("toolCalls").GetInt32());
        Assert.Equal(5 + 3, app.Sandbox.Stats.ProxyCalls());
        Assert.Equal(2, app.Sandbox.Stats.Calls("GET /proxy/contacts"));
        Assert.Equal(2, app.Sandbox.Stats.Calls("GET /proxy/cases"));
        Assert.Equal(2, app.Sandbox.Stats.Calls("GET /proxy/cases/{id}"));
        Assert.Equal(1, app.Sandbox.Stats.Calls("GET /proxy/reps"));
        Assert.Equal(1, app.Sandbox.Stats.Calls("GET /proxy/departments"));
    }

    [Fact]
    public async Task A_case_id_takes_one_call_once_the_reps_and_departments_are_known()
    {
        await using var app = await TriageApp.StartAsync();

        await app.TriageAsync(new { caseId = SandboxPeople.SarahNewestCase });
        Assert.Equal(3, app.Sandbox.Stats.ProxyCalls());
        await app.TriageAsync(new { caseId = SandboxPeople.ArticleCase });

        Assert.Equal(3 + 1, app.Sandbox.Stats.ProxyCalls());
    }

    [Fact]
    public async Task Twenty_triages_at_once_read_the_reps_and_departments_once()
    {
        await using var app = await TriageApp.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.TriageAsync(new { caseId = SandboxPeople.ArticleCase })));

        Assert.Equal((1, 1), (app.Sandbox.Stats.Calls("GET /proxy/reps"), app.Sandbox.Stats.Calls("GET /proxy/departments")));
        Assert.Equal(20 + 2, app.Sandbox.Stats.ProxyCalls());
    }

    [Fact]
    public async Task The_articles_question_is_answered_with_no_further_call_for_the_disabled_rep()
    {
        await using var app = await TriageApp.StartAsync();

        var report = await app.TriageAsync(new { email = SandboxPeople.SarahEmail });

        Assert.Equal(5, app.Sandbox.Stats.ProxyCalls());
        Assert.Equal(1, app.Sandbox.Stats.Calls("GET /proxy/reps"));
        Assert.Equal(SandboxPeople.SarahNewestCase, report.GetProperty("case").GetProperty("id").GetInt64());
        Assert.Equal("Marcus Webb", report.GetProperty("lastRep").GetProperty("name").GetString());
        Assert.False(report.GetProperty("lastRep").GetProperty("active").GetBoolean());
        Assert.Equal("Daniel Okafor", report.GetProperty("lastRep").GetProperty("alternative").GetProperty("name").GetString());
        Assert.Equal("team", report.GetProperty("waiting").GetProperty("on").GetString());
        Assert.Equal(14, report.GetProperty("lastQuestion").GetProperty("historyItem").GetInt32());
        Assert.Contains("transfer form", report.GetProperty("lastQuestion").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("charged twice", report.GetProperty("summary").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["Priya Nair", "Daniel Okafor", "Marcus Webb"],
            report.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("by").GetString()).Distinct());
        Assert.Empty(report.GetProperty("problems").EnumerateArray());
    }

    [Theory]
    [InlineData(SandboxPeople.NoCasesEmail, "no-case")]
    [InlineData(SandboxPeople.EmptyHistoryEmail, "empty-history")]
    [InlineData(SandboxPeople.NoRepEmail, "no-rep")]
    [InlineData(SandboxPeople.UnknownRepEmail, "refused-not-found")]
    [InlineData("nobody@nowhere.example", "no-contact")]
    public async Task What_is_missing_is_a_result_and_not_a_crash(string email, string problem)
    {
        await using var app = await TriageApp.StartAsync();

        var report = await app.TriageAsync(new { email });

        Assert.Equal(problem, Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Two_people_of_one_name_are_listed_and_either_can_be_chosen()
    {
        await using var app = await TriageApp.StartAsync();

        var candidates = (await app.TriageAsync(new { search = SandboxPeople.SharedName }))
            .GetProperty("candidates")
            .EnumerateArray()
            .ToList();

        Assert.Equal(2, candidates.Count);
        foreach (var contactId in candidates.Select(candidate => candidate.GetProperty("contactId").GetString()))
        {
            Assert.Equal(
                contactId, (await app.TriageAsync(new { contactId })).GetProperty("customer").GetProperty("contactId").GetString());
        }
    }

    [Fact]
    public async Task An_address_that_another_one_contains_finds_the_right_person()
    {
        await using var app = await TriageApp.StartAsync();

        var report = await app.TriageAsync(new { email = SandboxPeople.ContainedEmail });

        Assert.Equal(SandboxPeople.ContainedEmail, report.GetProperty("customer").GetProperty("email").GetString());
    }

    [Fact]
    public async Task A_refusal_is_a_result_that_says_what_to_do()
    {
        await using var app = await TriageApp.StartAsync(new() { MissingScopes = ["reps"] });

        var report = await app.TriageAsync(new { caseId = SandboxPeople.ArticleCase });

        Assert.Equal("refused-forbidden", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        Assert.Equal("Omar Haddad", report.GetProperty("lastRep").GetProperty("name").GetString());
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("summary").ValueKind);
    }

    [Fact]
    public async Task Hostile_case_text_stays_text_on_the_page()
    {
        await using var app = await TriageApp.StartAsync();
        using var started = await app.PostAsync(new { caseId = SandboxPeople.HostileCase }, "?wait=200");

        using var request = new HttpRequestMessage(HttpMethod.Get, started.Headers.Location);
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_simultaneous_posts_with_one_key_start_one_run()
    {
        await using var app = await TriageApp.StartAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => app.PostAsync(new { caseId = SandboxPeople.ArticleCase }, "?wait=200", "key-1")));
        var reports = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(reports.Distinct(StringComparer.Ordinal));
        Assert.Equal(3, app.Sandbox.Stats.ProxyCalls());
        Assert.Equal(1, (await app.GetAsync("/api/runs")).GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public async Task A_key_stands_for_its_run_even_after_the_end()
    {
        await using var app = await TriageApp.StartAsync();
        using var first = await app.PostAsync(new { caseId = SandboxPeople.ArticleCase }, "?wait=200", "key-1");

        using var second = await app.PostAsync(new { caseId = SandboxPeople.ArticleCase }, "?wait=200", "key-1");
        using var other = await app.PostAsync(new { caseId = SandboxPeople.SarahOldCase }, "?wait=200", "key-1");

        Assert.Equal((await TriageApp.JsonAsync(first)).GetRawText(), (await TriageApp.JsonAsync(second)).GetRawText());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal(3, app.Sandbox.Stats.ProxyCalls());
    }

    [Fact]
    public async Task The_management_payload_leads_to_the_same_run()
    {
        await using var app = await TriageApp.StartAsync();
        using var started = await app.PostAsync(new { caseId = SandboxPeople.ArticleCase });
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var payload = await TriageApp.JsonAsync(started);

        var status = default(JsonElement);
        for (var tries = 0; tries < 500 && status.ValueKind == JsonValueKind.Undefined; tries++)
        {
            var polled = await app.GetAsync(payload.GetProperty("statusQueryGetUri").GetString()!);
            status = polled.GetProperty("runtimeStatus").GetString() is "Completed" ? polled : default;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal(SandboxPeople.ArticleCase, status.GetProperty("output").GetProperty("case").GetProperty("id").GetInt64());
        Assert.Equal($"/api/runs/{payload.GetProperty("id").GetString()}", started.Headers.Location?.ToString());
    }
}
