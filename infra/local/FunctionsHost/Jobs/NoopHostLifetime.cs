namespace LocalFunctionsHost.Jobs;

/// <summary>Leaves the process's signals alone: the program hears them, and stops the parts of the host in order.</summary>
internal sealed class NoopHostLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
