using System.Net;
using System.Text.Json;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Tests.EndToEnd.Writes;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Tests.EndToEnd.Agent;

/// <summary>An agent proposes a write, a person decides, and the run goes on with what became of it.</summary>
public sealed class AgentWriteTests
{
    private const string Update = "update_a_fuse_desk_case_by_id";

    [Fact]
    public async Task Of_two_writes_of_a_turn_one_is_approved_and_made_and_the_other_rejected_and_the_run_goes_on()
    {
        await using var model = await AgentScript.StartAsync(
            (_, context) => AgentScript.Call(
                context,
                (Update, new { id = SandboxPeople.SarahNewestCase, rep_id = SandboxPeople.Daniel }),
                (Update, new { id = SandboxPeople.ArticleCase, status = "closed" })),
            (_, context) => AgentScript.Say(context, ("The write was decided.", ["r1#1"]), ("The other one too.", ["r2#1"])));
        await using var app = await TriageApp.StartAsync(settings: [.. model.AsOpenAI, ("Agent:AllowWrites", "true")]);
        using var started = await app.PostToAsync("api/agent", new { prompt = "Assign the open one to Daniel.", allowWrites = true });
        var run = started.Headers.Location!.ToString();

        var id = run.Split('/')[^1];
        var (first, second) = (await HashAsync(app, id, "r1"), await HashAsync(app, id, "r2"));
        Assert.Equal(HttpStatusCode.Conflict, await DecideAsync(app, id, "r1", "approve", second));
        Assert.Equal(0, app.Sandbox.Stats.Writes);
        Assert.Equal(HttpStatusCode.OK, await DecideAsync(app, id, "r1", "approve", first));
        Assert.Equal(HttpStatusCode.OK, await DecideAsync(app, id, "r2", "reject", second));
        var report = (await app.UntilAsync(run, RunState.HasEnded)).GetProperty("report");

        var calls = report.GetProperty("turns")[0].GetProperty("calls").EnumerateArray().ToList();
        Assert.Equal(["done", "refused"], calls.Select(call => call.GetProperty("status").GetString()));
        Assert.Equal(
            ["written", "rejected"], calls.Select(call => call.GetProperty("write").GetProperty("outcome").GetString()));
        Assert.Equal("Ann Lee", calls[0].GetProperty("write").GetProperty("approval").GetProperty("by").GetString());
        Assert.Equal(1, app.Sandbox.Stats.Writes);
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("answer").ValueKind);
    }

    [Fact]
    public async Task Without_leave_no_write_is_offered_and_none_is_proposed()
    {
        await using var model = await AgentScript.StartAsync(
            (_, context) => AgentScript.Call(context, (Update, new { id = SandboxPeople.SarahNewestCase, status = "closed" })),
            (_, context) => AgentScript.Say(context));
        await using var app = await TriageApp.StartAsync(settings: [.. model.AsOpenAI, ("Agent:AllowWrites", "true")]);

        var report = await app.ReportAsync("api/agent", new { prompt = "Close it." });

        Assert.Equal("unknown-tool", report.GetProperty("turns")[0].GetProperty("calls")[0].GetProperty("status").GetString());
        Assert.DoesNotContain(Update, report.GetProperty("tools").EnumerateArray().Select(tool => tool.GetString()));
        Assert.Equal(0, app.Sandbox.Stats.Writes);
    }

    [Fact]
    public async Task A_write_that_nobody_decides_on_is_not_sent_the_run_goes_on_and_a_late_approval_is_told_so()
    {
        await using var model = await AgentScript.StartAsync(
            (_, context) => AgentScript.Call(context, (Update, new { id = SandboxPeople.SarahNewestCase, status = "closed" })),
            (_, context) => AgentScript.Say(context, ("Nobody decided on the write.", ["r1#1"])));
        await using var app = await TriageApp.StartAsync(
            settings: [.. model.AsOpenAI, ("Agent:AllowWrites", "true"), ("Writes:ApprovalDeadline", "00:00:01")]);
        using var started = await app.PostToAsync("api/agent", new { prompt = "Close it.", allowWrites = true });
        var run = started.Headers.Location!.ToString();

        var report = (await app.UntilAsync(run, RunState.HasEnded)).GetProperty("report");
        var call = report.GetProperty("turns")[0].GetProperty("calls")[0];
        var write = call.GetProperty("write");
        var late = await DecideAsync(app, run.Split('/')[^1], "r1", "approve", write.GetProperty("hash").GetString());

        Assert.Equal(("refused", "expired"), (call.GetProperty("status").GetString(), write.GetProperty("outcome").GetString()));
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("answer").ValueKind);
        Assert.Equal(HttpStatusCode.Gone, late);
        Assert.Equal(0, app.Sandbox.Stats.Writes);
    }

    [Fact]
    public async Task Where_agents_may_not_write_a_write_of_an_agent_is_refused_however_it_is_started_and_nobody_is_asked()
    {
        await using var app = await TriageApp.StartAsync();
        ToolWriteRequest[] writes =
            [new() { Tool = "cases/update", Arguments = $$"""{"id":{{SandboxPeople.SarahNewestCase}},"status":"closed"}""" }];
        await app.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(TurnRun), writes, new StartOrchestrationOptions("turn"), TestContext.Current.CancellationToken);

        var report = (await app.UntilAsync("/api/runs/turn", RunState.HasEnded)).GetProperty("report")[0];

        Assert.Equal("refused", report.GetProperty("outcome").GetString());
        Assert.Equal("writes-not-allowed", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        Assert.Equal(0, app.Sandbox.Stats.ProxyCalls());
    }

    private static async Task<HttpStatusCode> DecideAsync(TriageApp app, string id, string call, string decision, string? hash)
    {
        using var answer = await app.PostToAsync($"api/runs/{id}/approvals/{call}", new { decision, hash, by = "Ann Lee" });
        return answer.StatusCode;
    }

    private static async Task<string?> HashAsync(TriageApp app, string id, string call) =>
        Hash(await app.UntilAsync("/api/approvals", list => Hash(list, id, call) is not null), id, call);

    // What an approval must name; null if the write does not wait for one.
    private static string? Hash(JsonElement list, string run, string call) => list.GetProperty("approvals").EnumerateArray()
        .Where(one => one.GetProperty("runId").ValueEquals(run) && one.GetProperty("callId").ValueEquals(call))
        .Select(one => one.GetProperty("hash").GetString())
        .FirstOrDefault();
}
