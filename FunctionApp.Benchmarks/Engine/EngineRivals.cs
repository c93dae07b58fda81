using FuseDeskFlows.Benchmarks.Processes;
using LocalFunctionsHost.Worker;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>
/// The two storages that are compared, through the same host and worker: SQLite, and Microsoft's azureStorage over Azurite.
/// </summary>
/// <param name="options">What was asked for.</param>
/// <param name="folder">Where state is.</param>
internal sealed class EngineRivals(BenchmarkOptions options, TemporaryFolder folder) : IAsyncDisposable
{
    /// <summary>What answers once the load app serves.</summary>
    public const string LoadAppPath = "/api/ping";

    /// <summary>How long a host may take to serve.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private AzuriteProcess? _azurite;

    /// <summary>Whether smaller sizes will do.</summary>
    public bool Quick => options.Quick;

    /// <summary>How often a thing is measured; the median counts.</summary>
    public int Rounds => Quick ? 1 : 3;

    /// <summary>A folder of the host's own.</summary>
    /// <param name="name">Its name.</param>
    public string State(string name) => folder.Create(name);

    /// <summary>Microsoft's storage.</summary>
    /// <returns>The connection string of an account that is served.</returns>
    public async Task<string> AccountAsync() => (_azurite ??= await AzuriteProcess.StartAsync())?.ConnectionString
        ?? throw new InvalidOperationException("Azurite is not installed: npm install --prefix .ci");

    /// <summary>Starts the load app and lets it run warm.</summary>
    /// <param name="state">Its state folder.</param>
    /// <param name="account">The storage account; null for SQLite.</param>
    /// <returns>The host, serving.</returns>
    public static async Task<MeasuredHost> StartLoadAppAsync(string state, string? account)
    {
        var host = new MeasuredHost(new HostCommand(RepositoryPaths.LoadApp, state, FreePort.Next()) { Storage = account });
        host.Start();
        await host.UntilServingAsync(LoadAppPath, Patience);
        await RunAsync(host, "Sequence", 500);
        await RunAsync(host, "FanOut", 100);
        return host;
    }

    /// <summary>Runs an orchestration of the load app.</summary>
    /// <param name="host">The host.</param>
    /// <param name="name">The orchestration.</param>
    /// <param name="count">Its input.</param>
    /// <returns>How long it took by the storage's own times.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<TimeSpan> RunAsync(MeasuredHost host, string name, int count)
    {
        using var answer = await host.Client.PostAsync(new Uri($"/api/run/{name}/{count}", UriKind.Relative), null);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? TimeSpan.FromMilliseconds(Numbers.Parse(text))
            : throw new InvalidOperationException(
                $"{name} was answered with {answer.StatusCode}: {text}{Environment.NewLine}{host.LastLines}");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;
}
