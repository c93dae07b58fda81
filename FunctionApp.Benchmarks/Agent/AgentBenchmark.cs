using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.Benchmarks.Processes;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>
/// Twenty conversations of an agent under a quota of 60 calls in 5 seconds, while processes are killed: this app, and a loop in memory.
/// </summary>
internal static class AgentBenchmark
{
    private const int Limit = 60;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxLife = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Measures.</summary>
    /// <param name="options">How often to kill, and the seed of the moments.</param>
    /// <returns>The figures.</returns>
    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options)
    {
        var calm = await OursAsync(kills: 0, options.Seed);
        var ours = await OursAsync(options.Kills, options.Seed);
        var loop = await LoopAsync(options.Kills, options.Seed);
        var bound = Window * (((Conversations.Count * Conversations.Calls) + Limit - 1) / Limit - 1);
        var kills = $"{options.Kills} kills";
        return new(
            $"Agents: {Conversations.Count} conversations of {Conversations.Turns} turns and {Conversations.Calls} calls, "
                + $"{Limit} calls per {Window.TotalSeconds} s",
            [
                Row("without kills: makespan / lower bound", calm.Makespan / bound, "lower bound", 1, goal: null),
                Row($"{kills}: answers that arrive", ours.Answers, "loop in memory", loop.Answers, ours.Answers == Conversations.Count),
                Row(
                    $"{kills}: model turns beyond what is needed",
                    ours.RepeatedTurns,
                    "loop in memory",
                    loop.RepeatedTurns,
                    ours.RepeatedTurns <= options.Kills),
                Row(
                    $"{kills}: calls beyond what is needed",
                    ours.RepeatedCalls,
                    "loop in memory",
                    loop.RepeatedCalls,
                    ours.RepeatedCalls <= options.Kills * 8),
                Row($"{kills}: 429s", ours.Refused, "loop in memory", loop.Refused, goal: null),
            ])
        {
            Remarks =
            [
                "What a kill may repeat is what was under way: a turn that the model was writing, calls whose answers had not come.",
                "The loop in memory begins every conversation anew that a kill has ended.",
            ],
        };
    }

    private static BenchmarkRow Row(string job, double ours, string way, double other, bool? goal) =>
        new(job, "FuseDeskFlows", ours, way, other, "") { Holds = goal };

    private static SandboxOptions Sandbox => new() { Limit = Limit, Window = Window, Latency = TimeSpan.FromMilliseconds(20) };

    private static async Task<AgentFigures> OursAsync(int kills, int seed)
    {
        await using var sandbox = await SandboxServer.StartAsync(Sandbox);
        await using var conversations = await StartAsync(sandbox);
        using var folder = new TemporaryFolder();
        var command = AppCommand.Create(folder.Create("state"), sandbox);
        await using var host = new HostProcess(command with { Settings = Merge(command.Settings, conversations.Model.AsOpenAI) });
        host.Start();
        await host.UntilServingAsync(AppCommand.ServingPath, Patience);
        var watch = Stopwatch.StartNew();
        var runs = new List<string>();
        for (var number = 0; number < Conversations.Count; number++)
        {
            using var started = await host.Client.PostAsJsonAsync("/api/agent", new AgentRequest { Prompt = Conversations.Prompt(number) });
            started.EnsureSuccessStatusCode();
            runs.Add(started.Headers.Location!.OriginalString);
        }

        var random = new Random(seed);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(MaxLife * random.NextDouble());
            var workers = host.Workers;
            await host.KillAsync();
            ProcessTable.Kill(workers);
            host.Start();
        }

        var answers = await AnswersAsync(host, runs);
        return Figures(sandbox, conversations, watch.Elapsed, answers);
    }

    private static async Task<int> AnswersAsync(HostProcess host, List<string> runs)
    {
        await host.UntilServingAsync(AppCommand.ServingPath, Patience);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(200))
        {
            var views = await Task.WhenAll(runs.Select(run => host.Client.GetFromJsonAsync<JsonElement>(run)));
            if (views.All(HasEnded))
            {
                return views.Count(HasAnswer);
            }
        }

        throw new InvalidOperationException($"The conversations do not end:{Environment.NewLine}{host.LastLines}");
    }

    private static bool HasAnswer(JsonElement run) =>
        run.GetProperty("report") is { ValueKind: JsonValueKind.Object } report
        && report.GetProperty("answer").ValueKind == JsonValueKind.Object;

    private static bool HasEnded(JsonElement run) => run.GetProperty("status").GetString() is "completed" or "failed";

    private static async Task<AgentFigures> LoopAsync(int kills, int seed)
    {
        await using var sandbox = await SandboxServer.StartAsync(Sandbox);
        await using var conversations = await StartAsync(sandbox);
        using var loop = new ArticleLoop(sandbox, conversations.Model.Url);
        var watch = Stopwatch.StartNew();
        var random = new Random(seed);
        var open = Enumerable.Range(0, Conversations.Count).ToHashSet();
        var answers = 0;
        for (var life = 0; life <= kills && open.Count > 0; life++)
        {
            using var process = new CancellationTokenSource(life < kills ? MaxLife * random.NextDouble() : Patience);
            var ended = await Task.WhenAll(open.Select(async number =>
            {
                try
                {
                    return (Number: number, Ended: true, Answered: await loop.RunAsync(Conversations.Prompt(number), process.Token));
                }
                catch (Exception kill) when (kill is OperationCanceledException or HttpRequestException)
                {
                    return (Number: number, Ended: false, Answered: false);
                }
            }));
            open.ExceptWith(ended.Where(one => one.Ended).Select(one => one.Number));
            answers += ended.Count(one => one.Answered);
        }

        return Figures(sandbox, conversations, watch.Elapsed, answers);
    }

    private static async Task<Conversations> StartAsync(SandboxServer sandbox)
    {
        using var http = new HttpClient { BaseAddress = sandbox.BaseUrl };
        http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.ApiToken);
        var account = Uri.EscapeDataString(sandbox.IntegratedAccountId);
        var list = await http.GetFromJsonAsync<JsonElement>(
            $"proxy/cases?integrated_account_id={account}&limit={Conversations.Count * Conversations.Calls}");
        await Task.Delay(Window);
        sandbox.Reset();
        return await Conversations.StartAsync(
            [.. list.GetProperty("result").EnumerateArray().Select(item => item.GetProperty("id").GetInt64())]);
    }

    private static AgentFigures Figures(SandboxServer sandbox, Conversations conversations, TimeSpan makespan, int answers)
    {
        var stats = sandbox.Stats;
        var made = stats.ProxyCalls() - stats.RateLimited;
        return new(makespan, answers, made - (Conversations.Count * Conversations.Calls), conversations.RepeatedTurns, stats.RateLimited);
    }

    private static Dictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> settings, IEnumerable<(string Name, string Value)> model)
    {
        var all = new Dictionary<string, string>(settings, StringComparer.Ordinal);
        foreach (var (name, value) in model)
        {
            all[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return all;
    }
}
