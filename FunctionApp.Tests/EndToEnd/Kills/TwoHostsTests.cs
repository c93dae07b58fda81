using System.Net;
using System.Net.Http.Json;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using LocalHost.Tests.Support;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Kills;

/// <summary>
/// Scaling out is Durable Functions' own: hosts with one storage account share one task hub, and what a dead one leaves, the other takes.
/// </summary>
public sealed class TwoHostsTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const int Runs = 80;
    private const int CallsOfATriage = 1;
    private const int CallsAtOnce = 10; // host.json's maxConcurrentActivityFunctions
    private const string Storage = "AzureFunctionsJobHost__extensions__durableTask__storageProvider__";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hosts_share_the_runs_of_one_hub_and_when_one_is_killed_all_end()
    {
        using var states = new TempFolder();
        await using var sandbox = await SandboxServer.StartAsync(
            new() { Limit = 100_000, Latency = TimeSpan.FromMilliseconds(50) }, Cancelled);
        await using var lives = Start(states, "lives", sandbox);
        await using var dies = Start(states, "dies", sandbox);
        await Task.WhenAll(lives.WaitUntilServingAsync(Cancelled), dies.WaitUntilServingAsync(Cancelled));
        var addresses = new List<Uri>();
        for (var i = 0; i < Runs; i++)
        {
            addresses.Add(await StartRunAsync(i % 2 == 0 ? lives : dies));
        }

        await Eventually.TrueAsync(() => HasCompletedRuns(lives) && HasCompletedRuns(dies), "both hosts have ended runs");
        await dies.KillAsync();

        foreach (var address in addresses)
        {
            var run = await lives.UntilAsync(address, HasEnded, TimeSpan.FromMinutes(4));
            Assert.Equal("completed", run.GetProperty("status").GetString());
            Assert.Empty(run.GetProperty("report").GetProperty("problems").EnumerateArray());
        }

        var answered = sandbox.Stats.Calls("GET /proxy/cases/{id}", 200);
        Assert.InRange(answered, Runs * CallsOfATriage, (Runs * CallsOfATriage) + CallsAtOnce);
    }

    // What a dead host held is given to others when its time is up; here that is a minute, the least that Microsoft allows.
    private AppProcess Start(TempFolder states, string name, SandboxServer sandbox) => AppProcess.Start(
        Directory.CreateDirectory(states.File(name)).FullName,
        sandbox,
        ("AzureWebJobsStorage", azurite.Require()),
        (Storage + "controlQueueVisibilityTimeout", "00:01:00"),
        (Storage + "workItemQueueVisibilityTimeout", "00:01:00"),
        (Storage + "maxQueuePollingInterval", "00:00:00.2"));

    private static async Task<Uri> StartRunAsync(AppProcess host)
    {
        using var started = await host.Client.PostAsJsonAsync("/api/cases/triage", new { caseId = SandboxPeople.ArticleCase }, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        return started.Headers.Location!;
    }

    private static bool HasCompletedRuns(AppProcess host) => host.Console.Contains("of CaseTriage completed", StringComparison.Ordinal);
}
