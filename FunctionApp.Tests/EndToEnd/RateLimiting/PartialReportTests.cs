using System.Net;
using System.Text.Json;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Tests.EndToEnd.Digest;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace FuseDeskFlows.Tests.EndToEnd.RateLimiting;

/// <summary>
/// A quota that does not come back in the time that a run may wait ends the run, and what was read is kept, whatever the flow.
/// </summary>
public sealed class PartialReportTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_digest_keeps_every_case_that_was_read_and_names_the_others()
    {
        await using var app = await StartAsync(CaseDigest.Name, limit: 12);

        var (report, detail) = await FailAsync(app, "api/cases/digest", new { openedFrom = DigestDays.From });

        var cases = report.GetProperty("cases").EnumerateArray().ToList();
        var read = cases.Where(entry => entry.GetProperty("problem").ValueKind == JsonValueKind.Null).ToList();
        Assert.Equal(app.Sandbox.Stats.Calls("GET /proxy/cases/{id}"), read.Count);
        Assert.InRange(read.Count, 1, cases.Count - 1);
        Assert.All(read, entry => Assert.NotEqual(JsonValueKind.Null, entry.GetProperty("line").ValueKind));
        Assert.All(
            cases.Except(read),
            entry => Assert.Equal("refused-out-of-quota", entry.GetProperty("problem").GetProperty("type").GetString()));
        Assert.Equal(
            "refused-out-of-quota", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        Assert.Contains("a run of CaseDigest waits 30 minutes", detail, StringComparison.Ordinal);
        Assert.Equal(0, app.Sandbox.Stats.RateLimited);
    }

    [Fact]
    public async Task What_was_kept_is_purged_with_old_runs()
    {
        await using var app = await StartAsync(CaseTriage.Name, limit: 1);
        using var answer = await app.PostAsync(new { email = SandboxPeople.SarahEmail }, "?wait=200");
        var kept = answer.Headers.Location + "-kept";
        Assert.Equal("completed", (await app.GetAsync(kept)).GetProperty("status").GetString());

        await app.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(CreatedTo: _time.GetUtcNow().AddMinutes(1)), TestContext.Current.CancellationToken);

        Assert.Equal("urn:fusedeskflows:problem:run-not-found", (await app.GetAsync(kept)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_digest_whose_list_did_not_end_keeps_the_cases_that_it_knows_of()
    {
        await using var app = await StartAsync(CaseDigest.Name, limit: 2, ("Truto:PageSize", "5"));

        var (report, _) = await FailAsync(app, "api/cases/digest", new { openedFrom = DigestDays.From });

        Assert.NotEmpty(report.GetProperty("cases").EnumerateArray());
        Assert.Equal(report.GetProperty("cases").GetArrayLength(), report.GetProperty("totals").GetProperty("unread").GetInt32());
    }

    [Fact]
    public async Task A_timeline_keeps_what_was_read_of_each_channel()
    {
        await using var app = await StartAsync(ContactTimeline.Name, limit: 5);

        var (report, _) = await FailAsync(app, "api/contacts/timeline", new { email = SandboxPeople.SarahEmail });

        Assert.NotEmpty(report.GetProperty("entries").EnumerateArray());
        Assert.Contains(report.GetProperty("channels").EnumerateArray(), channel => channel.GetProperty("state").GetString() is "read");
        Assert.Contains(report.GetProperty("channels").EnumerateArray(), channel => channel.GetProperty("state").GetString() is not "read");
        Assert.Equal(
            "refused-out-of-quota", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_triage_keeps_what_its_timeline_had_read()
    {
        await using var app = await StartAsync(CaseTriage.Name, limit: 9);

        var (report, detail) = await FailAsync(app, "api/cases/triage", new { email = SandboxPeople.SarahEmail, channels = true });

        Assert.Contains("a run of CaseTriage waits", detail, StringComparison.Ordinal);
        Assert.NotEmpty(report.GetProperty("summary").GetProperty("statements").EnumerateArray());
        Assert.NotEmpty(report.GetProperty("timeline").GetProperty("entries").EnumerateArray());
        Assert.Equal(app.Sandbox.Stats.ProxyCalls(), report.GetProperty("usage").GetProperty("toolCalls").GetInt32());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task An_audit_keeps_what_it_read_but_is_none_that_later_ones_go_by(int limit)
    {
        await using var app = await StartAsync(ChatEscalationAudit.Name, limit, ("Truto:InteractiveHeadroom", "0"));

        var (report, _) = await FailAsync(app, "api/chats/audit", new { });

        Assert.Equal(
            "refused-out-of-quota", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        Assert.Equal(limit > 1 ? 1 : 0, Math.Min(1, report.GetProperty("chats").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, report.GetProperty("deliveryRun").ValueKind);
        Assert.Equal(
            "urn:fusedeskflows:problem:audit-not-found", (await app.GetAsync("api/audits/latest")).GetProperty("type").GetString());
        using var next = await app.PostToAsync("api/chats/audit", new { });
        Assert.Equal(HttpStatusCode.Accepted, next.StatusCode); // the departments are free
    }

    private Task<TriageApp> StartAsync(string flow, int limit, params (string, string)[] settings) => TriageApp.StartAsync(
        new() { Limit = limit, Window = TimeSpan.FromHours(1), Time = _time },
        [($"Truto:Flows:{flow}:MaxQuotaWait", "00:30:00"), .. settings]);

    // Whoever waits for the answer gets the report beside the failure; whoever asks later gets the same.
    private static async Task<(JsonElement Report, string Detail)> FailAsync(TriageApp app, string route, object body)
    {
        using var answer = await app.PostToAsync(route + "?wait=200", body);
        var problem = await TriageApp.JsonAsync(answer);
        Assert.Equal(
            (HttpStatusCode.InternalServerError, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("urn:fusedeskflows:problem:run-failed", problem.GetProperty("type").GetString());
        var run = await app.GetAsync(answer.Headers.Location!.ToString());
        Assert.Equal("failed", run.GetProperty("status").GetString());
        Assert.True(JsonElement.DeepEquals(run.GetProperty("report"), problem.GetProperty("report")));
        Assert.Contains("MaxQuotaWait", run.GetProperty("error").GetProperty("detail").GetString(), StringComparison.Ordinal);
        return (problem.GetProperty("report"), problem.GetProperty("detail").GetString()!);
    }
}
