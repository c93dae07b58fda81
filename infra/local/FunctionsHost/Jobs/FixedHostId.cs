using Microsoft.Azure.WebJobs.Host.Executors;

namespace LocalFunctionsHost.Jobs;

/// <summary>Names the host for WebJobs, which would ask a storage account.</summary>
internal sealed class FixedHostId(string id) : IHostIdProvider
{
    /// <inheritdoc />
    public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult(id);
}
