using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Kills;

/// <summary>A process that is killed before, during or after a write leaves it written exactly once.</summary>
public sealed class WriteKillTests : IDisposable
{
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("fusedeskflows-kill-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_while_it_waits_for_a_person_and_while_it_writes_a_note_is_written_once()
    {
        await using var sandbox = await SandboxServer.StartAsync(new(), Cancelled);
        Uri run;
        JsonElement proposal;
        await using (var host = AppProcess.Start(_state.FullName, sandbox, ("Writes__ReadBackDelay", "00:00:00.5")))
        {
            await host.WaitUntilServingAsync(Cancelled);
            using var started = await host.Client.PostAsJsonAsync(
                "/api/writes",
                    new { tool = "cases/addnote", arguments = new { id = SandboxPeople.ArticleCase, note = "Once and only once." } },
                        Cancelled);
            run = started.Headers.Location!;
            proposal = (await host.UntilAsync(run, HasApprovals)).GetProperty("approvals")[0];
            await host.KillAsync();
        }

        // The write takes its time at FuseDesk, and Truto forgets its key: nothing but reading back tells that it was carried out.
        using var http = new HttpClient();
        using var slow = await http.PostAsJsonAsync(
            new Uri(sandbox.BaseUrl, "/__sandbox/faults"),
                new { resource = "cases", method = "addnote", delayMs = 1500, executed = true, forgotten = true }, Cancelled);
        await using (var host = AppProcess.Start(_state.FullName, sandbox, ("Writes__ReadBackDelay", "00:00:03")))
        {
            await host.WaitUntilServingAsync(Cancelled);
            Assert.Equal(0, sandbox.Stats.Writes);
            using var approved = await ApproveAsync(host, proposal);
            Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
            await UntilTheWriteIsSentAsync(http, sandbox);
            await host.KillAsync();
        }

        await using var last = AppProcess.Start(_state.FullName, sandbox, ("Writes__ReadBackDelay", "00:00:03"));
        await last.WaitUntilServingAsync(Cancelled);
        var report = (await last.UntilAsync(run, HasEnded)).GetProperty("report");

        Assert.Equal("written", report.GetProperty("outcome").GetString());
        Assert.Equal("Ann Lee", report.GetProperty("approval").GetProperty("by").GetString());
        Assert.Equal(1, sandbox.Stats.Writes);
        using var again = await ApproveAsync(last, proposal);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(1, sandbox.Stats.Writes);
    }

    public void Dispose() => _state.Delete(recursive: true);

    private static bool HasApprovals(JsonElement run) => run.TryGetProperty("approvals", out _);

    private static Task<HttpResponseMessage> ApproveAsync(AppProcess host, JsonElement proposal) => host.Client.PostAsJsonAsync(
        $"/api/runs/{proposal.GetProperty("runId").GetString()}/approvals/{proposal.GetProperty("callId").GetString()}",
        new { decision = "approve", hash = proposal.GetProperty("hash").GetString(), by = "Ann Lee" },
        Cancelled);

    // The fault is taken as soon as the call is there; then it waits before it is carried out.
    private static async Task UntilTheWriteIsSentAsync(HttpClient http, SandboxServer sandbox)
    {
        while ((await http.GetFromJsonAsync<JsonElement>(new Uri(sandbox.BaseUrl, "/__sandbox/faults"), Cancelled)).GetProperty("pending")
            .GetArrayLength() > 0)
        {
            await Task.Delay(20, Cancelled);
        }
    }
}
