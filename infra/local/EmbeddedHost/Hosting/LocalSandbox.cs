using FuseDeskFlows.TrutoSandbox;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>The Truto sandbox that stands in while no Truto token is set.</summary>
internal sealed class LocalSandbox : IAsyncDisposable
{
    private readonly SandboxServer _sandbox;

    private LocalSandbox(SandboxServer sandbox) => _sandbox = sandbox;

    /// <summary>Starts the sandbox and makes it the app's Truto, unless a token is set.</summary>
    public static async Task<LocalSandbox?> StartIfNeededAsync(
        HostSetup setup, ConfigurationManager settings, TextWriter announce, CancellationToken cancellationToken)
    {
        if (!setup.StartSandbox || !string.IsNullOrWhiteSpace(settings["Truto:ApiToken"]))
        {
            return null;
        }

        var server = await SandboxServer.StartAsync(new SandboxOptions { Time = setup.Time }, cancellationToken);
        settings.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Truto:BaseUrl"] = server.BaseUrl.ToString(),
            ["Truto:ApiToken"] = server.ApiToken,
            ["Truto:IntegratedAccountId"] = server.IntegratedAccountId,
        });
        await announce.WriteLineAsync($"Truto:ApiToken is not set: using the built-in sandbox at {server.BaseUrl} (made-up data).");
        return new LocalSandbox(server);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();
}
