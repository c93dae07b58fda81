using FuseDeskFlows.EmbeddedHost.Engine;
using Microsoft.Extensions.Hosting;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>Stops the durable engine after everything that may call it. It is started before the generic host, whose log would show a file that cannot be opened with a stack trace.</summary>
internal sealed class DurableEngineService(DurableEngine engine) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);
}
