using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.Data.Sqlite;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Kills;

/// <summary>A process that is killed loses nothing that it acknowledged, and repeats nothing that it had finished.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 20;
    private const int RunsPerLife = 3;
    private const int CallsOfATriage = 1;
    private static readonly TimeSpan MaxLife = TimeSpan.FromSeconds(4);

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("fusedeskflows-kill-");

    [Fact]
    public async Task Killed_at_twenty_random_moments_every_accepted_run_still_ends_with_its_report()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var sandbox = await SandboxServer.StartAsync(
            new() { Limit = 40, Window = TimeSpan.FromSeconds(1), Latency = TimeSpan.FromMilliseconds(10) }, Cancelled);
        var accepted = new Dictionary<string, Uri>(StringComparer.Ordinal);

        for (var life = 0; life < Kills; life++)
        {
            await using var host = AppProcess.Start(_state.FullName, sandbox);
            var starting = StartRunsAsync(host, life, accepted);
            await host.DieAsync(random, MaxLife);
            await starting;
        }

        await using var last = AppProcess.Start(_state.FullName, sandbox);
        await StartRunsAsync(last, Kills, accepted);
        foreach (var (key, address) in accepted)
        {
            var run = await CompletedAsync(last, address);
            Assert.True(run.GetProperty("status").ValueEquals("completed"), $"{key}: {run}");
            Assert.Equal(SandboxPeople.ArticleCase, run.GetProperty("report").GetProperty("case").GetProperty("id").GetInt64());
            Assert.Empty(run.GetProperty("report").GetProperty("problems").EnumerateArray());
            await AssertEachStepEndedOnceAsync(last, address);
        }

        // What a kill may repeat is what was running: at most the call of each run that was under way in that life.
        // A worker that dies alone makes an activity fail, and the run calls it again.
        var answered = sandbox.Stats.Calls("GET /proxy/cases/{id}", 200);
        Assert.InRange(answered, accepted.Count * CallsOfATriage, (accepted.Count * CallsOfATriage) + (Kills * 10));
        await last.KillAsync();
        AssertSound();
    }

    [Fact]
    public async Task Killed_while_it_waits_for_the_quota_a_run_makes_no_call_twice()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Limit = 2, Window = TimeSpan.FromSeconds(12) }, Cancelled);
        Uri address;
        await using (var host = AppProcess.Start(_state.FullName, sandbox))
        {
            await host.WaitUntilServingAsync(Cancelled);
            address = await StartAsync(host, new { email = SandboxPeople.SarahEmail }, "sarah");
            await host.UntilAsync(address, IsWaiting);
            await host.KillAsync();
        }

        await using var next = AppProcess.Start(_state.FullName, sandbox);
        await next.WaitUntilServingAsync(Cancelled);
        var report = (await CompletedAsync(next, address)).GetProperty("report");

        var stats = sandbox.Stats;
        Assert.Equal(5, stats.ProxyCalls() - stats.RateLimited);
        Assert.InRange(stats.RateLimited, 0, stats.Windows.Count);
        Assert.InRange(report.GetProperty("usage").GetProperty("rateLimitWaits").GetInt32(), 1, 3);
        Assert.Equal(14, report.GetProperty("lastQuestion").GetProperty("historyItem").GetInt32());
    }

    public void Dispose() => _state.Delete(recursive: true);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Starts this life's runs, and those of earlier lives that were not acknowledged; the app may die under it.</summary>
    private static async Task StartRunsAsync(AppProcess host, int life, Dictionary<string, Uri> accepted)
    {
        try
        {
            await host.WaitUntilServingAsync(Cancelled);
            var keys = Enumerable.Range(0, (life + 1) * RunsPerLife).Select(n => $"run-{n}");
            foreach (var key in keys.Where(key => !accepted.ContainsKey(key)))
            {
                accepted[key] = await StartAsync(host, new { caseId = SandboxPeople.ArticleCase }, key);
            }
        }
        catch (HttpRequestException)
        {
            // The app was killed: what it had not acknowledged is posted again in its next life, with the same key.
        }
    }

    private static async Task<Uri> StartAsync(AppProcess host, object body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/cases/triage") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await host.Client.SendAsync(request, Cancelled);
        AppProcess.ThrowIfWorkerDied(response);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return response.Headers.Location!;
    }

    private static Task<JsonElement> CompletedAsync(AppProcess host, Uri address) =>
        host.UntilAsync(address, HasEnded);

    private static async Task AssertEachStepEndedOnceAsync(AppProcess host, Uri address)
    {
        var instance = await host.Client.GetFromJsonAsync<JsonElement>(
            $"/runtime/webhooks/durabletask/instances/{address.OriginalString.Split('/')[^1]}?showHistory=true", Cancelled);
        var ended = instance.GetProperty("historyEvents").EnumerateArray()
            .Where(line => line.GetProperty("EventType").ValueEquals("TaskCompleted"))
            .Select(line => line.GetProperty("FunctionName").GetString())
            .ToList();

        // A call that met an exhausted quota is made again, as a step of its own; what comes after the calls is done once.
        // The reps and departments are read by one run for all; the others may have to wait for it.
        Assert.Equal(
            [ToolNames.GetCase, "summarize_case"],
            ended.Distinct().Except([ToolNames.ListDepartments, ToolNames.ListReps, IsRunActiveActivity.Name]));
        Assert.Single(ended, "summarize_case");
    }

    private void AssertSound()
    {
        foreach (var file in _state.GetFiles("*.db"))
        {
            using var connection = new SqliteConnection($"Data Source={file.FullName};Pooling=false");
            connection.Open();
            using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            Assert.Equal("ok", check.ExecuteScalar());
        }
    }
}
