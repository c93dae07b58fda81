using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.EndToEnd.Kills;

/// <summary>Reservations are durable: a process that is killed while runs wait for theirs changes nothing.</summary>
public sealed class ReservationKillTests : IDisposable
{
    private const int Runs = 14;
    private const int CallsOfATriage = 1;
    private const int CallsOfTheDirectory = 2;

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("fusedeskflows-kill-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_while_many_wait_for_their_leases_each_run_still_gets_its_result_and_no_call_is_made_twice()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Limit = 6, Window = TimeSpan.FromSeconds(10) }, Cancelled);
        var addresses = new List<Uri>();
        await using (var host = AppProcess.Start(_state.FullName, sandbox))
        {
            await host.WaitUntilServingAsync(Cancelled);
            for (var i = 0; i < Runs; i++)
            {
                using var started = await host.Client.PostAsJsonAsync(
                    "/api/cases/triage", new { caseId = SandboxPeople.ArticleCase }, Cancelled);
                Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
                addresses.Add(started.Headers.Location!);
            }

            await QuietMoment.UntilAsync(host, "/api/runs?name=CaseTriage&status=running", () => sandbox.Stats.ProxyCalls());
            await host.KillAsync();
        }

        await using var next = AppProcess.Start(_state.FullName, sandbox);
        await next.WaitUntilServingAsync(Cancelled);
        foreach (var address in addresses)
        {
            var report = (await next.UntilAsync(address, IsCompleted)).GetProperty("report");
            Assert.Equal(SandboxPeople.ArticleCase, report.GetProperty("case").GetProperty("id").GetInt64());
            Assert.Empty(report.GetProperty("problems").EnumerateArray());
        }

        var stats = sandbox.Stats;
        Assert.Equal((Runs * CallsOfATriage) + CallsOfTheDirectory, stats.ProxyCalls() - stats.RateLimited);

        // One call finds out for all, or some where it takes longer than the others wait for it; not each of the runs.
        Assert.All(stats.Windows, window => Assert.InRange(window.Limited, 0, 3));
    }

    public void Dispose() => _state.Delete(recursive: true);

    private static bool IsCompleted(JsonElement run) => run.GetProperty("status").ValueEquals("completed");
}
