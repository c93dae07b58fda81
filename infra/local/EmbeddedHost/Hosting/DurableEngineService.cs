using FuseDeskFlows.EmbeddedHost.Engine;
using Microsoft.Extensions.Hosting;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>Starts the durable engine before anything that may call it, and stops it after.</summary>
internal sealed class DurableEngineService(DurableEngine engine) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => engine.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);
}
