using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.Benchmarks.Processes;
using FuseDeskFlows.Orchestrations.Agent;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>All conversations by this app. A kill ends host and worker, and the host is started again.</summary>
internal sealed class DurableAgents : IAsyncDisposable
{
    // Before it is proposed, before it is sent, and after.
    private const int ReadsOfAWrite = 3;
    private const string Completed = "completed";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MaxSearch = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMilliseconds(800);
    private static readonly AgentPhase[] Phases = Enum.GetValues<AgentPhase>();

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Helpdesk _helpdesk;
    private readonly MeasuredHost _host;
    private readonly Person _person;
    private readonly Dictionary<AgentPhase, int> _kills = Phases.ToDictionary(phase => phase, _ => 0);

    private DurableAgents(Helpdesk helpdesk)
    {
        _helpdesk = helpdesk;
        var command = AppCommand.Create(_folder.Create("state"), helpdesk.Sandbox);
        var settings = new Dictionary<string, string>(command.Settings, StringComparer.Ordinal) { ["Agent__AllowWrites"] = "true" };
        foreach (var (name, value) in helpdesk.Conversations.Model.AsOpenAI)
        {
            settings[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _host = new MeasuredHost(command with { Settings = settings });
        _person = new Person(_host.Client, helpdesk.Ledger);
    }

    /// <summary>Measures.</summary>
    /// <param name="kills">How often to kill.</param>
    /// <param name="seed">What the choice of moments begins with.</param>
    public static async Task<AgentFigures> RunAsync(int kills, int seed)
    {
        await using var helpdesk = await Helpdesk.StartAsync(ReadsOfAWrite);
        await using var agents = new DurableAgents(helpdesk);
        return await agents.MeasureAsync(kills, new Random(seed));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _stop.Dispose();
        _folder.Dispose();
    }

    private async Task<AgentFigures> MeasureAsync(int kills, Random random)
    {
        _host.Start();
        await UntilServingAsync();
        var approving = _person.RunAsync(_stop.Token);
        var watch = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, Conversations.Count).Select(StartAsync));
        for (var kill = 0; kill < kills; kill++)
        {
            await KillAsync(Phases[kill % Phases.Length], random);
        }

        await UntilServingAsync();
        var answers = 0;
        foreach (var run in runs)
        {
            answers += await EndAsync(run) ? 1 : 0;
        }

        var makespan = watch.Elapsed;
        await _stop.CancelAsync();
        await approving;
        const int calls = (Conversations.Count * Conversations.CasesOfOne) + (Conversations.Writes * ReadsOfAWrite);
        return await _helpdesk.MeasureAsync(makespan, answers, calls, _kills);
    }

    // A host that nobody killed must not end either; the conversations then tell whether anything is lost.
    private async Task UntilServingAsync()
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(20))
        {
            if (_host.HasExited)
            {
                await Console.Error.WriteLineAsync($"The host ended by itself, with {_host.ExitCode}: {_host.LastLines}");
                _host.Start();
            }

            if (await _host.ServesAsync(AppCommand.ServingPath))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The host does not serve:{Environment.NewLine}{_host.LastLines}");
    }

    private async Task<string> StartAsync(int number)
    {
        using var started = await _host.Client.PostAsJsonAsync(
            "/api/agent", new AgentRequest { Prompt = Conversations.Prompt(number), AllowWrites = true });
        started.EnsureSuccessStatusCode();
        return started.Headers.Location!.OriginalString;
    }

    // Some moment after the phase has begun: by then it may be over, and others are under way.
    private async Task KillAsync(AgentPhase phase, Random random)
    {
        await UntilServingAsync();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < MaxSearch && !IsUnderWay(phase); await Task.Delay(5))
        {
        }

        await Task.Delay(MaxDelay * random.NextDouble());
        foreach (var underWay in Phases.Where(IsUnderWay))
        {
            _kills[underWay]++;
        }

        var workers = _host.Workers;
        await _host.KillAsync();
        ProcessTable.Kill(workers);
        _host.Start();
    }

    private bool IsUnderWay(AgentPhase phase) => phase switch
    {
        AgentPhase.Turn => _helpdesk.Ledger.IsTurnUnderWay,
        AgentPhase.Call => _helpdesk.Ledger.IsCallUnderWay,
        AgentPhase.Approval => _person.IsAsked,
        AgentPhase.Write => _helpdesk.Ledger.IsWriteUnderWay,
        _ => _helpdesk.IsOutOfQuota,
    };

    /// <summary>Waits for the end of a run.</summary>
    /// <returns>Whether it has an answer, and nothing to complain of.</returns>
    private async Task<bool> EndAsync(string run)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(200))
        {
            await UntilServingAsync();
            if (await FindAsync(run) is { } view && view.GetProperty("status").GetString() is var status and not ("pending" or "running"))
            {
                var isAnswered = status is Completed && HasAnswer(view.GetProperty("report"));
                await (isAnswered ? Task.CompletedTask : Console.Error.WriteLineAsync(view.ToString()));
                return isAnswered;
            }
        }

        throw new InvalidOperationException($"The conversations do not end:{Environment.NewLine}{_host.LastLines}");
    }

    private async Task<JsonElement?> FindAsync(string run)
    {
        try
        {
            return await _host.Client.GetFromJsonAsync<JsonElement>(run);
        }
        catch (Exception down) when (down is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private static bool HasAnswer(JsonElement report) =>
        report.GetProperty("answer").ValueKind == JsonValueKind.Object && report.GetProperty("problems").GetArrayLength() == 0;
}
