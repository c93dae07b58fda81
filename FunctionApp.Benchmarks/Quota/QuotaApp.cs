using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.Orchestrations;
using FuseDeskFlows.TrutoSandbox;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FuseDeskFlows.Benchmarks.Quota;

/// <summary>The app with the benchmark's batch run, on the embedded host, against a sandbox.</summary>
internal sealed class QuotaApp : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fusedeskflows-benchmark-");
    private readonly IHost _host;

    private QuotaApp(SandboxServer sandbox)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "host.json"), """{ "version": "2.0" }""");
        var builder = new FunctionsApplicationBuilder(["--port", "0"], new HostSetup
        {
            FunctionTypes = [.. typeof(CaseTriage).Assembly.GetTypes(), typeof(FetchCases)],
            WorkingDirectory = _folder.FullName,
            OutputDirectory = _folder.FullName,
            StateFolder = Path.Combine(_folder.FullName, "state"),
            ReadEnvironment = false,
            StartSandbox = false,
            ListenToSignals = false,
        });
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Truto:BaseUrl"] = sandbox.BaseUrl.ToString(),
            ["Truto:ApiToken"] = sandbox.ApiToken,
            ["Truto:IntegratedAccountId"] = sandbox.IntegratedAccountId,
        });
        builder.Services.AddFuseDeskFlows(builder.Configuration);
        _host = builder.Build();
    }

    /// <summary>Starts and reads runs.</summary>
    public DurableTaskClient Client => _host.Services.GetRequiredService<DurableEngine>().Client;

    /// <summary>Starts the app.</summary>
    /// <param name="sandbox">Where FuseDesk is.</param>
    /// <returns>The app.</returns>
    public static async Task<QuotaApp> StartAsync(SandboxServer sandbox)
    {
        var app = new QuotaApp(sandbox);
        await app._host.StartAsync();
        return app;
    }

    /// <summary>Waits for a run's end.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="id">The run.</param>
    /// <returns>What it gave.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<T> EndAsync<T>(string id)
    {
        var end = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        return end.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            ? end.ReadOutputAs<T>()!
            : throw new InvalidOperationException($"A run ended as {end.RuntimeStatus}: {end.FailureDetails?.ErrorMessage}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
