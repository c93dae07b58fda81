using Microsoft.Azure.WebJobs.Host.Executors;

namespace LocalFunctionsHost.Jobs;

/// <summary>Tells WebJobs what it would look for itself: functions in all assemblies, and the host's name in a storage account.</summary>
internal sealed class JobsSource(Type functions, string hostId) : ITypeLocator, IHostIdProvider
{
    public IReadOnlyList<Type> GetTypes() => [functions];

    public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult(hostId);
}
