using System.Text.Json;
using FuseDeskFlows.TrutoSandbox.Data;
using static FuseDeskFlows.Tests.EndToEnd.Writes.WritesApp;

namespace FuseDeskFlows.Tests.EndToEnd.Writes;

/// <summary>A write whose answer is lost is read back before anything is sent again; what cannot be known is left to a person.</summary>
public sealed class LostAnswerTests(WritesApp writes) : IClassFixture<WritesApp>
{
    [Theory]
    [InlineData("addnote", true, false)]
    [InlineData("addnote", false, true)]
    [InlineData("reply", true, true)]
    [InlineData("tag", false, true)]
    [InlineData("update", true, true)]
    [InlineData("create", false, true)]
    public async Task What_was_carried_out_is_found_and_never_sent_again(string method, bool dropConnection, bool forgotten)
    {
        writes.Sandbox.Reset();
        await AddFaultAsync(method, dropConnection ? new { } : new { status = 502 }, executed: true, forgotten, dropConnection);
        var report = await WriteAsync(method);

        Assert.Equal(("written", 1), (report.GetProperty("outcome").GetString(), report.GetProperty("attempts").GetInt32()));
        Assert.Equal((1, 0), (writes.Sandbox.Stats.Writes, writes.Sandbox.Stats.ReplayedWrites));
        Assert.Empty(report.GetProperty("problems").EnumerateArray());
    }

    [Theory]
    [InlineData("addnote")]
    [InlineData("update")]
    public async Task What_is_surely_not_there_is_sent_again_with_the_same_key(string method)
    {
        writes.Sandbox.Reset();
        await AddFaultAsync(method, new { status = 504 }, executed: false, forgotten: false, dropConnection: false);
        var report = await WriteAsync(method);

        Assert.Equal(("written", 2), (report.GetProperty("outcome").GetString(), report.GetProperty("attempts").GetInt32()));
        Assert.Equal(1, writes.Sandbox.Stats.Writes);
    }

    [Fact]
    public async Task What_nobody_can_tell_is_not_sent_again_and_is_said()
    {
        writes.Sandbox.Reset();
        await writes.App.AddFaultAsync(
            new { resource = "chats", method = "close", dropConnection = true, executed = true, forgotten = true });
        var report =
            await OneStepAsync(
                new { tool = "chats/close", arguments = new { id = SandboxPeople.ArticleChat }, approve = true, by = "Ann Lee" });

        Assert.Equal(("unknown", 1), (report.GetProperty("outcome").GetString(), report.GetProperty("attempts").GetInt32()));
        Assert.Equal("outcome-unknown", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        Assert.Contains("look at chat 10294 in FuseDesk", report.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, writes.Sandbox.Stats.Writes);
    }

    [Fact]
    public async Task A_history_that_cannot_be_read_to_its_end_does_not_say_that_a_note_is_not_there()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Note("Somewhere."));
        await AddFaultAsync("addnote", new { status = 502 }, executed: false, forgotten: false, dropConnection: false);
        await writes.ApproveAsync(proposal);
        await writes.App.UntilAsync($"/api/runs/{proposal.GetProperty("runId").GetString()}", run =>
            RunState.IsWaiting(run) || RunState.HasEnded(run));
        await writes.App.AddFaultAsync(
            new
            {
                route = "GET /proxy/cases/{id}",
                count = 9,
                body = new { caseid = SandboxPeople.SarahNewestCase, status = "new", is_partial_response = true }
            });
        var report = await writes.ReportAsync(proposal);

        Assert.Equal("unknown", report.GetProperty("outcome").GetString());
        Assert.Equal(0, writes.Sandbox.Stats.Writes);
    }

    [Fact]
    public async Task A_refusal_is_told_and_nothing_is_changed()
    {
        writes.Sandbox.Reset();
        await writes.App.AddFaultAsync(new { resource = "cases", method = "addnote", status = 405 });
        var report = await WriteAsync("addnote");

        Assert.Equal("refused", report.GetProperty("outcome").GetString());
        Assert.Equal("refused-rejected", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        Assert.Equal(0, writes.Sandbox.Stats.Writes);
    }

    [Fact]
    public async Task While_a_write_waits_for_the_quota_its_target_may_change_and_is_read_again()
    {
        writes.Sandbox.Reset();
        await writes.App.AddFaultAsync(
            new { resource = "cases", method = "update", status = 429, headers = RetryAfter });
        var proposal = await writes.ProposeAsync(Assign(SandboxPeople.Daniel));
        await writes.ApproveAsync(proposal);
        await writes.App.UntilAsync($"/api/runs/{proposal.GetProperty("runId").GetString()}", RunState.IsWaiting);
        await writes.ChangeAsync(new { status = "closed" });
        var again = await writes.PendingAsync(proposal.GetProperty("runId").GetString()!, round: 2);
        await writes.ApproveAsync(again);

        Assert.Equal("written", (await writes.ReportAsync(again)).GetProperty("outcome").GetString());
        Assert.Equal(2, writes.Sandbox.Stats.Writes);
    }

    private static Dictionary<string, string> RetryAfter => new(StringComparer.Ordinal) { ["Retry-After"] = "3" };

    private Task AddFaultAsync(string method, object how, bool executed, bool forgotten, bool dropConnection)
    {
        var fault = JsonSerializer.SerializeToNode(how)!.AsObject();
        (fault["resource"], fault["method"], fault["executed"], fault["forgotten"], fault["dropConnection"]) =
            ("cases", method, executed, forgotten, dropConnection);
        return writes.App.AddFaultAsync(fault);
    }

    private Task<JsonElement> WriteAsync(string method)
    {
        const string id = "84877";
        object arguments = method switch
        {
            "addnote" => new { id, note = "Call her back." },
            "reply" => new { id, body = "The form is attached." },
            "tag" => new { id, tag_id = 4 },
            "update" => new { id, status = "closed" },
            _ => new
            {
                department_id = 3,
                summary = "Transfer form",
                details = "She asks for it.",
                opened_by = "Sarah",
                rep_id = SandboxPeople.Daniel
            },
        };
        return OneStepAsync(new { tool = $"cases/{method}", arguments, approve = true, by = "Ann Lee" });
    }

    private async Task<JsonElement> OneStepAsync(object body)
    {
        using var started = await writes.App.PostToAsync("api/writes", body);
        var run =
            await writes.App.UntilAsync($"/api/runs/{(await TriageApp.JsonAsync(started)).GetProperty("id").GetString()}",
                RunState.HasEnded);
        Assert.True(run.GetProperty("status").GetString() is "completed", run.ToString());
        return run.GetProperty("report");
    }
}
