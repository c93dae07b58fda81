using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.AspNetCore.Http;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Agent;

/// <summary>
/// Killed anywhere, an agent goes on: no turn is asked for again that has been answered, no call made again that has ended.
/// </summary>
public sealed partial class AgentKillTests : IDisposable
{
    private const int Kills = 4;
    private const int RunsPerLife = 3;
    private const int TurnsOfARun = 4;

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("fusedeskflows-kill-");
    private readonly ConcurrentDictionary<string, int> _reached = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _askedAgain = [];
    private int _answered;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_random_moments_every_run_ends_with_its_answer_and_asks_no_answered_turn_again()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var model = await ScriptedModel.StartAsync(AnswerAsync);
        await using var sandbox = await SandboxServer.StartAsync(
            new() { Limit = 25, Window = TimeSpan.FromSeconds(1), Latency = TimeSpan.FromMilliseconds(30) }, Cancelled);
        var accepted = new Dictionary<string, Uri>(StringComparer.Ordinal);
        for (var life = 0; life < Kills; life++)
        {
            await using var host = AppProcess.Start(_state.FullName, sandbox, model.AsOpenAI);
            await StartAsync(host, (life + 1) * RunsPerLife, accepted);
            await host.DieAsync(random, TimeSpan.FromSeconds(3));
        }

        await using var last = AppProcess.Start(_state.FullName, sandbox, model.AsOpenAI);
        await StartAsync(last, Kills * RunsPerLife, accepted);
        foreach (var address in accepted.Values)
        {
            var run = await last.UntilAsync(address, HasEnded);
            Assert.True(run.GetProperty("status").ValueEquals("completed"), $"{run}");
            var report = run.GetProperty("report");
            Assert.Empty(report.GetProperty("problems").EnumerateArray());
            Assert.Equal(TurnsOfARun, report.GetProperty("turns").GetArrayLength());
            Assert.Equal(2, report.GetProperty("answer").GetProperty("statements").GetArrayLength());
            Assert.All(report.GetProperty("turns").EnumerateArray().SelectMany(turn => turn.GetProperty("calls").EnumerateArray()), call =>
                Assert.Equal("done", call.GetProperty("status").GetString()));
        }

        // A turn is answered when the next one is asked for. What a kill may repeat is what was under way in it.
        Assert.Empty(_askedAgain);
        Assert.InRange(_answered, accepted.Count * TurnsOfARun, (accepted.Count * TurnsOfARun) + (Kills * 2 * RunsPerLife * Kills));
    }

    public void Dispose() => _state.Delete(recursive: true);

    private async Task AnswerAsync(ModelRequest request, HttpContext context)
    {
        if (AgentScript.IsReadiness(request))
        {
            await ScriptedModel.Write(context, "OK");
            return;
        }

        Assert.Empty(AgentScript.Unpaired(request));
        var (run, turn) = (Number().Match(AgentScript.LastUser(request)).Value, AgentScript.Turns(request));
        if (_reached.GetValueOrDefault(run) > turn)
        {
            _askedAgain.Add($"{run}, turn {turn}");
        }

        _reached.AddOrUpdate(run, turn, (_, before) => Math.Max(before, turn));
        await Task.Delay(50, context.RequestAborted);
        await (turn switch
        {
            0 => AgentScript.Call(
                context, (ToolNames.ListContacts, new { search = SandboxPeople.SarahEmail }), (ToolNames.ListDepartments, "{}")),
            1 => AgentScript.Call(
                context,
                (ToolNames.GetCase, new { id = SandboxPeople.SarahNewestCase }),
                (ToolNames.GetCase, new { id = SandboxPeople.SarahOldCase }),
                ("draft_reply", new { caseId = SandboxPeople.SarahNewestCase })),
            2 => AgentScript.Call(context, ("read_more", new { result = "r3", from = 2 })),
            _ => AgentScript.Say(
                context, ("She wrote something.", [$"case:{SandboxPeople.SarahNewestCase}#1"]), ("A reply was drafted.", ["r5#1"])),
        });
        Interlocked.Increment(ref _answered);
    }

    /// <summary>Starts runs that were not accepted yet.</summary>
    private static async Task StartAsync(AppProcess host, int count, Dictionary<string, Uri> accepted)
    {
        await host.WaitUntilServingAsync(Cancelled);
        for (var number = accepted.Count; number < count;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/agent")
            {
                Content = JsonContent.Create(new { prompt = $"Run {number}: what about Sarah?" }),
            };
            request.Headers.Add("Idempotency-Key", $"agent-{number}");
            using var response = await host.Client.SendAsync(request, Cancelled);
            if (response.StatusCode is HttpStatusCode.Accepted)
            {
                accepted[$"agent-{number++}"] = response.Headers.Location!;
                continue;
            }

            // The worker of an earlier life is still being replaced.
            Assert.True((int)response.StatusCode >= 500);
            TestContext.Current.TestOutputHelper?.WriteLine(await response.Content.ReadAsStringAsync(Cancelled));
            await Task.Delay(100, Cancelled);
        }
    }

    [GeneratedRegex("^Run [0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();
}
