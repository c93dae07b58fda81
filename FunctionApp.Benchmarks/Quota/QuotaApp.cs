using System.Text.Json;
using FuseDeskFlows.Benchmarks.Processes;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Benchmarks.Quota;

/// <summary>The app with the benchmark's batch run, on the local host, against a sandbox.</summary>
internal sealed class QuotaApp : IAsyncDisposable
{
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxRun = TimeSpan.FromMinutes(10);

    private readonly TemporaryFolder _folder = new();
    private readonly MeasuredHost _host;

    private QuotaApp(SandboxServer sandbox)
    {
        _host = new(AppCommand.Create(_folder.Create("state"), sandbox, RepositoryPaths.BatchApp));
        Api = new(_host.Client);
    }

    /// <summary>Reads runs and entities.</summary>
    public DurableApi Api { get; }

    /// <summary>The processor time of host and worker.</summary>
    public TimeSpan ProcessorTime => _host.ProcessorTime;

    /// <summary>Starts the app.</summary>
    /// <param name="sandbox">Where FuseDesk is.</param>
    /// <returns>The app.</returns>
    public static async Task<QuotaApp> StartAsync(SandboxServer sandbox)
    {
        var app = new QuotaApp(sandbox);
        app._host.Start();
        await app._host.UntilServingAsync(AppCommand.ServingPath, Start);
        return app;
    }

    /// <summary>Starts a batch run.</summary>
    /// <param name="cases">How many cases it lists and fetches.</param>
    /// <returns>The run.</returns>
    public Task<string> FetchAsync(int cases) => Api.StartAsync("FetchCases", cases);

    /// <summary>Starts a triage.</summary>
    /// <param name="request">Of what.</param>
    /// <returns>The run.</returns>
    public Task<string> TriageAsync(object request) => Api.StartAsync(CaseTriage.Name, request);

    /// <summary>Waits for a run's end.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="id">The run.</param>
    /// <returns>What it gave.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<T> EndAsync<T>(string id) => (await Api.EndAsync(id, MaxRun)).Output.Deserialize<T>(JsonSerializerOptions.Web)!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        _folder.Dispose();
    }
}
