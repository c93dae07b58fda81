using System.Net;
using System.Text.Json;
using FuseDeskFlows.Orchestrations.Digest;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Digest;

/// <summary>What a digest of many cases says and costs.</summary>
public sealed class DigestTests
{
    private const string Route = "api/cases/digest";

    [Fact]
    public async Task Every_case_is_read_whole_and_once()
    {
        await using var app = await TriageApp.StartAsync();

        var report = await app.ReportAsync(Route, new { openedFrom = DigestDays.From });

        var cases = report.GetProperty("cases").EnumerateArray().ToList();
        Assert.True(cases.Count > DigestRun.BatchSize, $"{cases.Count} cases are one batch");
        Assert.Equal(cases.Count, cases.Select(entry => entry.GetProperty("id").GetInt64()).Distinct().Count());
        Assert.Equal(cases.Count, app.Sandbox.Stats.Calls("GET /proxy/cases/{id}"));
        Assert.Equal(app.Sandbox.Stats.ProxyCalls(), report.GetProperty("usage").GetProperty("toolCalls").GetInt32());
        Assert.Equal(cases.Count + Math.Max(1, (cases.Count + 99) / 100), app.Sandbox.Stats.ProxyCalls());
        Assert.Equal(
            cases.Select(entry => entry.GetProperty("openedAt").GetDateTimeOffset()).Order(),
            cases.Select(entry => entry.GetProperty("openedAt").GetDateTimeOffset()));
        Assert.All(cases, entry => Assert.NotEqual(JsonValueKind.Null, entry.GetProperty("line").ValueKind));
        var totals = report.GetProperty("totals");
        Assert.Equal(cases.Count, totals.GetProperty("cases").GetInt32());
        Assert.Equal(
            cases.Count(entry => entry.GetProperty("waiting").GetProperty("on").GetString() is "team"),
            totals.GetProperty("waitingForTeam").GetInt32());
    }

    [Fact]
    public async Task Two_cases_that_cannot_be_read_are_two_entries_with_their_errors()
    {
        await using var app = await TriageApp.StartAsync();
        await app.AddFaultAsync(new { resource = "cases", method = "get", status = 404, count = 1 });
        await app.AddFaultAsync(new { resource = "cases", method = "get", body = "nonsense", count = 1 });

        var report = await app.ReportAsync(Route, new { status = "new", openedFrom = DigestDays.From });

        var unread = report
            .GetProperty("cases")
            .EnumerateArray()
            .Where(entry => entry.GetProperty("problem").ValueKind == JsonValueKind.Object)
            .ToList();
        Assert.Equal(
            ["refused-not-found", "refused-unexpected-answer"],
            unread.Select(entry => entry.GetProperty("problem").GetProperty("type").GetString()).Order());
        Assert.Equal(2, report.GetProperty("totals").GetProperty("unread").GetInt32());
        Assert.True(report.GetProperty("cases").GetArrayLength() > 2);
    }

    [Fact]
    public async Task A_list_that_is_refused_is_a_result()
    {
        await using var app = await TriageApp.StartAsync(new() { MissingScopes = ["cases"] });

        var report = await app.ReportAsync(Route, new { status = "open" });

        Assert.Equal("refused-forbidden", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        Assert.Empty(report.GetProperty("cases").EnumerateArray());
    }

    [Theory]
    [InlineData("{}", "status")]
    [InlineData("""{ "status": "active" }""", "status")]
    [InlineData("""{ "openedOn": "tomorrow" }""", "openedOn")]
    [InlineData("""{ "openedOn": "today", "openedTo": "2026-03-02" }""", "openedOn")]
    [InlineData("""{ "openedFrom": "2026-03-02", "openedTo": "2026-03-01" }""", "openedTo")]
    [InlineData("""{ "status": "open", "timeZone": "Mars/Olympus" }""", "timeZone")]
    [InlineData("""{ "status": "open", "limit": "5" }""", "limit")]
    [InlineData("""{ "status": 5 }""", "status")]
    public async Task Bad_input_is_refused_by_its_field_and_starts_nothing(string body, string field)
    {
        await using var app = await TriageApp.StartAsync();

        using var answer = await app.PostToAsync(Route, JsonElement.Parse(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await TriageApp.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _));
        Assert.Empty((await app.GetAsync("api/runs")).GetProperty("runs").EnumerateArray());
    }

    [Fact]
    public async Task Progress_and_pages_are_shown()
    {
        await using var app = await TriageApp.StartAsync();
        using var started = await app.PostToAsync(Route + "?wait=200", new { openedOn = "yesterday", timeZone = "Europe/Berlin" });
        var address = started.Headers.Location!.ToString();

        var run = await app.GetAsync(address);
        var page = await app.GetTextAsync(address, "text/html");
        var markdown = await app.GetTextAsync(address, "text/markdown");

        var count = run.GetProperty("report").GetProperty("totals").GetProperty("cases").GetInt32();
        Assert.Equal(
            (count, count),
            (run.GetProperty("progress").GetProperty("done").GetInt32(), run.GetProperty("progress").GetProperty("total").GetInt32()));
        Assert.Contains("Case digest", page, StringComparison.Ordinal);
        Assert.Contains("days of Europe/Berlin", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_its_parts_wait_for_the_quota_the_digest_says_until_when()
    {
        await using var app = await TriageApp.StartAsync(new() { Limit = 12 });
        using var started = await app.PostToAsync(Route, new { openedFrom = DigestDays.From });

        var run = await app.UntilAsync(started.Headers.Location!.ToString(), IsWaiting);

        Assert.Contains("quota", run.GetProperty("waiting").GetProperty("for").GetString(), StringComparison.Ordinal);
        Assert.True(run.GetProperty("progress").GetProperty("total").GetInt32() > 12);
    }
}
