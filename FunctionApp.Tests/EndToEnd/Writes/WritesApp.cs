using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Writes;

/// <summary>
/// The app for tests of writes, one for all tests of a class: what was lost is looked for at once, agents may propose writes, and
/// the platform tells that its sign-in stands before it.
/// </summary>
public sealed class WritesApp : IAsyncLifetime
{
    public const string UpdateCase = "update_a_fuse_desk_case_by_id";

    private TriageApp? _app;

    internal TriageApp App => _app!;

    internal SandboxServer Sandbox => App.Sandbox;

    public async ValueTask InitializeAsync() => _app = await TriageApp.StartAsync(
        new(), ("Agent:AllowWrites", "true"), ("Writes:ReadBackDelay", "00:00:00.1"), ("WEBSITE_AUTH_ENABLED", "True"));

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    internal static object Assign(int rep, int caseId = SandboxPeople.SarahNewestCase) =>
        new { tool = UpdateCase, arguments = new { id = $"{caseId}", rep_id = rep } };

    internal static object Note(string note, int caseId = SandboxPeople.SarahNewestCase) =>
        new { tool = "cases/addnote", arguments = new { id = $"{caseId}", note } };

    /// <summary>Proposes a write and waits until a person is asked.</summary>
    /// <returns>What she is shown.</returns>
    internal async Task<JsonElement> ProposeAsync(object body)
    {
        using var started = await App.PostToAsync("api/writes", body);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        return await PendingAsync((await TriageApp.JsonAsync(started)).GetProperty("id").GetString()!);
    }

    /// <summary>Waits until a person is asked about a run's only write.</summary>
    internal async Task<JsonElement> PendingAsync(string runId, int round = 1)
    {
        var run = await App.UntilAsync($"/api/runs/{runId}", run => HasEnded(run)
            || (run.TryGetProperty("approvals", out var waiting) && waiting[0].GetProperty("round").GetInt32() == round));
        Assert.True(run.TryGetProperty("approvals", out var approvals), $"It has ended: {run}");
        return approvals[0];
    }

    internal Task<HttpResponseMessage> DecideAsync(JsonElement proposal, string decision, string by, object? arguments = null,
        string? hash = null) =>
        App.PostToAsync(Address(proposal), new
        {
            decision,
            hash = hash ?? proposal.GetProperty("hash").GetString(),
            by,
            arguments,
        });

    internal async Task ApproveAsync(JsonElement proposal, string by = "Ann Lee")
    {
        using var approved = await DecideAsync(proposal, "approve", by);
        Assert.True(approved.StatusCode == HttpStatusCode.OK,
            await approved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Waits for a write's report.</summary>
    internal async Task<JsonElement> ReportAsync(JsonElement proposal)
    {
        var run = await App.UntilAsync($"/api/runs/{proposal.GetProperty("runId").GetString()}", HasEnded);
        Assert.True(run.GetProperty("status").GetString() is "completed", run.ToString());
        return run.GetProperty("report");
    }

    internal static string Address(JsonElement proposal) =>
        $"api/runs/{proposal.GetProperty("runId").GetString()}/approvals/{proposal.GetProperty("callId").GetString()}";

    /// <summary>Somebody else changes a case.</summary>
    internal async Task ChangeAsync(object change, int caseId = SandboxPeople.SarahNewestCase)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Patch, new Uri(Sandbox.BaseUrl, $"/proxy/cases/{caseId}?integrated_account_id={Sandbox.IntegratedAccountId}"));
        request.Headers.Authorization = new("Bearer", Sandbox.ApiToken);
        request.Content = JsonContent.Create(change);
        using var changed = await App.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    internal Task<JsonElement> CaseAsync(int caseId = SandboxPeople.SarahNewestCase) =>
        App.AskSandboxAsync(HttpMethod.Get, $"cases/{caseId}");

    internal static JsonElement Change(JsonElement shown, string field) =>
        shown.GetProperty("changes").EnumerateArray().Single(change => change.GetProperty("field").ValueEquals(field));

    internal static async Task<string> ProblemAsync(HttpResponseMessage response) =>
        (await TriageApp.JsonAsync(response)).GetProperty("type").GetString()!.Split(':')[^1];
}
