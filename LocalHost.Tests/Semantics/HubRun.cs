using System.Collections.Concurrent;
using System.Net.Http.Json;
using LocalHost.Tests.Oracle.Hosts;

namespace LocalHost.Tests.Semantics;

/// <summary>All scenarios, run on one storage. Those for a setting of their own run on a host of their own, one after another.</summary>
/// <param name="storage">What the outcomes are told to be of.</param>
/// <param name="settings">Of the host's environment: they choose the storage.</param>
internal sealed class HubRun(string storage, IReadOnlyDictionary<string, string> settings)
{
    private const string DurableTask = "AzureFunctionsJobHost__extensions__durableTask__";
    private const int SideBySide = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly Dictionary<string, Dictionary<string, string>> Settings = new(StringComparer.Ordinal)
    {
        [""] = [],
        ["strict"] = Versions("Strict", "Reject"),
        ["currentOrOlder"] = Versions("CurrentOrOlder", "Fail"),
    };

    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _outcomes = new(StringComparer.Ordinal);

    /// <summary>Why no outcome will come any more.</summary>
    private volatile Exception? _end;

    /// <summary>The outcome of a scenario, when it is there.</summary>
    /// <returns>A JSON document.</returns>
    public Task<string> OutcomeAsync(string scenario)
    {
        var outcome = Pending(scenario);
        if (_end is not null)
        {
            outcome.TrySetException(_end);
        }

        return outcome.Task;
    }

    /// <summary>Runs them all.</summary>
    /// <returns>The scenarios that the app has.</returns>
    public async Task<IReadOnlyList<ListedScenario>> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<ListedScenario> scenarios = [];
        try
        {
            foreach (var (setting, versions) in Settings)
            {
                await using var host = await RestartableHost.StartServingAsync(
                    HostedApp.Semantics, settings.Concat(versions).ToDictionary(StringComparer.Ordinal), cancellationToken);
                using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{host.Port}/"), Timeout = Patience };
                scenarios = await client.GetFromJsonAsync<ListedScenario[]>("api/scenarios", cancellationToken) ?? [];
                await RunAsync(client, [.. scenarios.Where(scenario => scenario.IsFor(setting))]);
            }
        }
        catch (Exception failure)
        {
            _end = failure;
            throw;
        }
        finally
        {
            _end ??= new InvalidOperationException("The app has no such scenario.");
            foreach (var outcome in _outcomes.Values)
            {
                outcome.TrySetException(_end);
            }
        }

        return scenarios;

        async Task RunAsync(HttpClient client, IReadOnlyList<ListedScenario> these)
        {
            using var gate = new SemaphoreSlim(SideBySide);
            await Task.WhenAll(these.Where(scenario => !scenario.Alone).Select(async scenario =>
            {
                await gate.WaitAsync(cancellationToken);
                try
                {
                    await RunOneAsync(client, scenario, cancellationToken);
                }
                finally
                {
                    gate.Release();
                }
            }));
            foreach (var scenario in these.Where(scenario => scenario.Alone))
            {
                await RunOneAsync(client, scenario, cancellationToken);
            }
        }
    }

    private static Dictionary<string, string> Versions(string match, string failure) => new(StringComparer.Ordinal)
    {
        [DurableTask + "hubName"] = "Semantics" + match,
        [DurableTask + "defaultVersion"] = "2.0",
        [DurableTask + "versionMatchStrategy"] = match,
        [DurableTask + "versionFailureStrategy"] = failure,
    };

    private async Task RunOneAsync(HttpClient client, ListedScenario scenario, CancellationToken cancellationToken)
    {
        var query = new Uri("api/scenarios/run?name=" + Uri.EscapeDataString(scenario.Name), UriKind.Relative);
        using var answer = await client.PostAsync(query, content: null, cancellationToken);
        var outcome = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (answer.IsSuccessStatusCode)
        {
            Pending(scenario.Name).TrySetResult(outcome);
        }
        else
        {
            Pending(scenario.Name).TrySetException(new InvalidOperationException($"On {storage} it came to no outcome: {outcome}"));
        }
    }

    private TaskCompletionSource<string> Pending(string scenario) =>
        _outcomes.GetOrAdd(scenario, _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
}
