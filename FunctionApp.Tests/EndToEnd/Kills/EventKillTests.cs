using System.Net;
using System.Text.Json;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Tests.Truto.Webhooks;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Webhooks;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;

using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Kills;

/// <summary>Deliveries that were answered with 200 are handled once each, however often the process is killed.</summary>
public sealed class EventKillTests : IDisposable
{
    private const string Secret = "kill-secret";
    private const int Events = 60;
    private const int Cases = 6;
    private const int Kills = 4;

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("fusedeskflows-events-");
    private readonly HashSet<string> _accepted = new(StringComparer.Ordinal);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _state.Delete(recursive: true);

    [Fact]
    public async Task Killed_at_random_moments_every_accepted_event_has_one_run_and_every_case_its_triage()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var sandbox = await SandboxServer.StartAsync(new() { Latency = TimeSpan.FromMilliseconds(20) }, Cancelled);
        for (var life = 0; life < Kills; life++)
        {
            await using var host = Start(sandbox);
            var delivering = DeliverAsync(host, (life + 1) * Events / (Kills + 1));
            await Task.Delay(TimeSpan.FromSeconds(1.5), Cancelled);
            await host.DieAsync(random, TimeSpan.FromSeconds(3));
            await delivering;
        }

        await using var last = Start(sandbox);
        await DeliverAsync(last, Events);
        var runs = await EndedRunsAsync(last);

        Assert.Equal(
            Enumerable.Range(0, Events).Select(IdOf).Order(StringComparer.Ordinal),
            runs.Select(run => run.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(runs, run => Assert.Equal("completed", run.GetProperty("status").GetString()));
        foreach (var caseId in Enumerable.Range(0, Cases).Select(CaseOf))
        {
            var triage = await GetAsync(last, $"/api/cases/{caseId}/triage");
            Assert.Equal(caseId, triage.GetProperty("report").GetProperty("case").GetProperty("id").GetInt64());
            Assert.Equal(JsonValueKind.Null, triage.GetProperty("failure").ValueKind);
        }
    }

    private static int CaseOf(int number) => SandboxPeople.ArticleCase - (number % Cases);

    private static string IdOf(int number) => RunId.FromKey(CaseEventFlow.Name, "event", $"truto:event-{number}");

    // A message whose function died with its worker comes back when its time is up, host.json's visibilityTimeout; here soon.
    private AppProcess Start(SandboxServer sandbox) => AppProcess.Start(
        _state.FullName,
        sandbox,
        ("AzureFunctionsJobHost__extensions__queues__visibilityTimeout", "00:00:01"),
        ("Truto__Webhook__Secret", Secret),
        ("CaseEvents__QuietPeriod", "00:00:00.2"),
        ("CaseEvents__LoadPages", "0"));

    // What was not acknowledged is delivered again in the next life, as Truto would; every third one is delivered again although it was.
    private async Task DeliverAsync(AppProcess host, int upTo)
    {
        try
        {
            await host.WaitUntilServingAsync(Cancelled);
            for (var number = 0; number < upTo; number++)
            {
                if (number % 3 == 0 || !_accepted.Contains($"event-{number}"))
                {
                    await DeliverOneAsync(host, number);
                }
            }
        }
        catch (HttpRequestException)
        {
            // The app was killed.
        }
    }

    private async Task DeliverOneAsync(AppProcess host, int number)
    {
        var body = JsonSerializer.Serialize(new
        {
            id = $"event-{number}",
            @event = "record:updated",
            created_at = DateTimeOffset.UtcNow,
            payload = new { caseid = CaseOf(number) },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/truto") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation(WebhookSignature.Header, TrutoSignature.Sign(body, Secret));
        using var response = await host.Client.SendAsync(request, Cancelled);
        AppProcess.ThrowIfWorkerDied(response);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        _accepted.Add($"event-{number}");
    }

    private static async Task<IReadOnlyList<JsonElement>> EndedRunsAsync(AppProcess host)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        deadline.CancelAfter(TimeSpan.FromMinutes(3));
        while (true)
        {
            var runs = (await GetAsync(host, $"/api/runs?name={CaseEventFlow.Name}&top=100")).GetProperty("runs").EnumerateArray().ToList();
            if (runs.Count >= Events && runs.TrueForAll(HasEnded))
            {
                return runs;
            }

            await Task.Delay(100, deadline.Token);
        }
    }

    private static async Task<JsonElement> GetAsync(AppProcess host, string address) =>
        JsonElement.Parse(await host.Client.GetStringAsync(address, Cancelled));
}
