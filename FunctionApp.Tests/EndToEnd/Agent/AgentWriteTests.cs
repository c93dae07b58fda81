using System.Text.Json;
using FuseDeskFlows.TrutoSandbox.Data;

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

        await DecideAsync(app, run, "r1", "approve");
        await DecideAsync(app, run, "r2", "reject");
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

    private static async Task DecideAsync(TriageApp app, string run, string call, string decision)
    {
        var id = run.Split('/')[^1];
        var hash = Hash(await app.UntilAsync("/api/approvals", list => Hash(list, id, call) is not null), id, call);
        using var answer = await app.PostToAsync($"api/runs/{id}/approvals/{call}", new { decision, hash, by = "Ann Lee" });
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }

    // What an approval must name; null if the write does not wait for one.
    private static string? Hash(JsonElement list, string run, string call) => list.GetProperty("approvals").EnumerateArray()
        .Where(one => one.GetProperty("runId").ValueEquals(run) && one.GetProperty("callId").ValueEquals(call))
        .Select(one => one.GetProperty("hash").GetString())
        .FirstOrDefault();
}
