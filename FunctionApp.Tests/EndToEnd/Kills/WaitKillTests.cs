using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Kills;

/// <summary>Killed in the waits that the parts of a run or a model's quota make it wait.</summary>
public sealed class WaitKillTests : IDisposable
{
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("fusedeskflows-kill-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_while_the_batches_of_a_digest_wait_it_finds_the_same_and_makes_no_call_twice()
    {
        var today = DateTimeOffset.UtcNow;
        await using var sandbox = await SandboxServer.StartAsync(
            new() { Limit = 25, Window = TimeSpan.FromSeconds(15), Today = today }, Cancelled);
        var body = new { openedFrom = today.AddDays(-3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        Uri address;
        await using (var host = AppProcess.Start(_state.FullName, sandbox))
        {
            await host.WaitUntilServingAsync(Cancelled);
            address = await StartAsync(host, "/api/cases/digest", body);
            await QuietMoment.UntilAsync(host, "/api/runs?name=ReadDigestBatch&status=running", () => sandbox.Stats.ProxyCalls());
            await host.KillAsync();
        }

        await using var next = AppProcess.Start(_state.FullName, sandbox);
        await next.WaitUntilServingAsync(Cancelled);
        var report = (await next.UntilAsync(address, HasEnded)).GetProperty("report");

        var (cases, stats) = (report.GetProperty("cases").GetArrayLength(), sandbox.Stats);
        Assert.Equal(0, report.GetProperty("totals").GetProperty("unread").GetInt32());
        Assert.Equal(cases, stats.Calls("GET /proxy/cases/{id}", 200));
        Assert.Equal((cases + 99) / 100, stats.Calls("GET /proxy/cases", 200));
        Assert.All(stats.Windows, window => Assert.InRange(window.Limited, 0, 1));
        await using var undisturbed = await TriageApp.StartAsync(new() { Today = today });
        var same = await undisturbed.ReportAsync("api/cases/digest", body);
        Assert.True(JsonElement.DeepEquals(same.GetProperty("cases"), report.GetProperty("cases")));
    }

    [Fact]
    public async Task Killed_while_runs_wait_for_the_model_each_gets_its_text_and_no_call_is_made_twice()
    {
        const int Runs = 14;
        var windows = new ModelWindows(TimeProvider.System, 4, TimeSpan.FromSeconds(10));
        await using var model = await ScriptedModel.StartAsync(windows.AnswerAsync);
        await using var sandbox = await SandboxServer.StartAsync(new(), Cancelled);
        var addresses = new List<Uri>();
        await using (var host = AppProcess.Start(_state.FullName, sandbox, model.AsOpenAI))
        {
            await host.WaitUntilServingAsync(Cancelled);
            for (var i = 0; i < Runs; i++)
            {
                addresses.Add(await StartAsync(host, "/api/cases/triage", new { caseId = SandboxPeople.ArticleCase }));
            }

            await QuietMoment.UntilAsync(host, "/api/runs?name=CaseTriage&status=running", () => windows.Texts);
            await host.KillAsync();
        }

        await using var next = AppProcess.Start(_state.FullName, sandbox, model.AsOpenAI);
        await next.WaitUntilServingAsync(Cancelled);
        foreach (var address in addresses)
        {
            var report = (await next.UntilAsync(address, HasEnded)).GetProperty("report");
            Assert.Equal(ScriptedModel.Name, report.GetProperty("summary").GetProperty("writtenBy").GetString());
        }

        Assert.Equal(Runs, windows.Texts);

        // One call finds out for all, or some where it takes longer than the others wait for it; not each of the runs.
        Assert.All(windows.Windows, window => Assert.InRange(window.Refused, 0, Runs / 2));
    }

    public void Dispose() => _state.Delete(recursive: true);

    private static async Task<Uri> StartAsync(AppProcess host, string route, object body)
    {
        using var started = await host.Client.PostAsJsonAsync(route, body, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        return started.Headers.Location!;
    }
}
