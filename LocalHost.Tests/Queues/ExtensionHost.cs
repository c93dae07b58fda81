using System.Collections.Concurrent;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalHost.Tests.Queues;

/// <summary>The WebJobs SDK with Microsoft's queue extension, on queues alone: no blobs.</summary>
internal static class ExtensionHost
{
    public static IHost Build(string connectionString, string queue, ConcurrentQueue<string> runs) => new HostBuilder()
        .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(
            [new("AzureWebJobsStorage", connectionString), new("Work", queue)]))
        .ConfigureWebJobs(jobs => jobs.AddAzureStorageQueues(options => options.MaxPollingInterval = TimeSpan.FromMilliseconds(100)))
        .ConfigureServices(services => services
            .AddSingleton<ITypeLocator>(new OneType(typeof(QueueFunctions)))
            .AddSingleton<IHostIdProvider>(new OneHostId())
            .AddSingleton<IJobActivator>(new OneInstance(new QueueFunctions(runs))))
        .Build();

    private sealed class OneType(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }

    private sealed class OneHostId : IHostIdProvider
    {
        public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult("tests");
    }

    private sealed class OneInstance(object instance) : IJobActivator
    {
        public T CreateInstance<T>() => (T)instance;
    }
}
