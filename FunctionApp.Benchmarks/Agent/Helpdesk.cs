using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>FuseDesk and the model that talks about it, of one measurement.</summary>
internal sealed class Helpdesk : IAsyncDisposable
{
    /// <summary>Calls in one window.</summary>
    public const int Limit = 60;

    /// <summary>The quota's window.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http;

    private Helpdesk(SandboxServer sandbox, Ledger ledger)
    {
        (Sandbox, Ledger) = (sandbox, ledger);
        _http = new HttpClient { BaseAddress = sandbox.BaseUrl };
        _http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.ApiToken);
    }

    /// <summary>FuseDesk.</summary>
    public SandboxServer Sandbox { get; }

    /// <summary>What it and the model saw.</summary>
    public Ledger Ledger { get; }

    /// <summary>The model.</summary>
    public Conversations Conversations { get; private set; } = null!;

    /// <summary>Whether the present window's calls are used up.</summary>
    public bool IsOutOfQuota =>
        Sandbox.Stats.Windows is [.., { Calls: >= Limit } last] && last.StartedAt + Window > TimeProvider.System.GetUtcNow();

    /// <summary>Starts both.</summary>
    /// <param name="readsOfAWrite">How often the way that is measured reads the target of one write.</param>
    public static async Task<Helpdesk> StartAsync(int readsOfAWrite)
    {
        var ledger = new Ledger(readsOfAWrite);
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Limit = Limit, Window = Window, Latency = Latency, Around = ledger.CallAsync });
        var helpdesk = new Helpdesk(sandbox, ledger);
        var list = await helpdesk.GetAsync($"cases?limit={Conversations.Count * Conversations.CasesOfOne}&");
        var ids = list.GetProperty("result").EnumerateArray().Select(item => item.GetProperty("id").GetInt64());
        helpdesk.Conversations = await Conversations.StartAsync(ids, ledger);
        sandbox.Reset();
        return helpdesk;
    }

    /// <summary>Tells what came of all conversations.</summary>
    /// <param name="makespan">How long they took.</param>
    /// <param name="answers">How many have an answer.</param>
    /// <param name="calls">How many calls they need.</param>
    /// <param name="kills">How often each phase was under way at a kill.</param>
    public async Task<AgentFigures> MeasureAsync(
        TimeSpan makespan, int answers, int calls, IReadOnlyDictionary<AgentPhase, int>? kills = null)
    {
        var figures = new AgentFigures
        {
            Makespan = makespan,
            Bound = Window * (((calls + Limit - 1) / Limit) - 1),
            Answers = answers,
            Kills = kills ?? new Dictionary<AgentPhase, int>(),
            AskedAgain = Ledger.AskedAgain,
            CalledAgain = Ledger.CalledAgain,
            RepeatedTurns = Ledger.RepeatedTurns,
            RepeatedCalls = Ledger.RepeatedCalls,
            Refused = Sandbox.Stats.RateLimited,
        };
        foreach (var of in Conversations.Cases.Where(of => of.IsWritten))
        {
            var note = Conversations.Note(of.Conversation);
            var history = (await GetAsync($"cases/{of.Id}?")).GetProperty("history").EnumerateArray();
            var times = history.Count(item => item.GetProperty("body").GetString()!.Contains(note, StringComparison.Ordinal));
            figures = figures with
            {
                WrittenTwice = figures.WrittenTwice + Math.Max(0, times - 1),
                NotWritten = figures.NotWritten + (times == 0 ? 1 : 0),
            };
        }

        return figures;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Conversations.DisposeAsync();
        await Sandbox.DisposeAsync();
        _http.Dispose();
    }

    private async Task<JsonElement> GetAsync(string pathAndQuery)
    {
        var address = new Uri(
            $"proxy/{pathAndQuery}integrated_account_id={Uri.EscapeDataString(Sandbox.IntegratedAccountId)}", UriKind.Relative);
        while (true)
        {
            using var answer = await _http.GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.TooManyRequests)
            {
                answer.EnsureSuccessStatusCode();
                return await answer.Content.ReadFromJsonAsync<JsonElement>();
            }

            await Task.Delay(Window);
        }
    }
}
