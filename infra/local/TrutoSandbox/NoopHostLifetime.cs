namespace FuseDeskFlows.TrutoSandbox;

/// <summary>Leaves Ctrl+C to the process that the sandbox lives in: it must outlast that process's own graceful stop.</summary>
internal sealed class NoopHostLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
