using Microsoft.Extensions.Hosting;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>Leaves the process's signals alone: the host lives in somebody else's process.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
