using System.Collections.Concurrent;
using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>Finds queues: on Azure Storage if their connection is set, else in the state folder.</summary>
internal sealed class QueueProvider(HostRuntime runtime, IConfiguration settings, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<QueueAddress, IMessageQueue> _queues = new();
    private readonly Lock _gate = new();
    private LocalQueueStore? _store;

    /// <summary>The queue.</summary>
    /// <exception cref="HostStartException">Its connection string cannot be read.</exception>
    public IMessageQueue Get(QueueAddress address) => _queues.GetOrAdd(address, Open);

    /// <summary>The connection string; null for a queue that is kept locally.</summary>
    public static string? ConnectionOf(IConfiguration settings, string name)
    {
        // The same order as the Functions host: the setting itself, with its prefix, or a named connection string.
        var connection = settings[name] ?? settings["AzureWebJobs" + name] ?? settings.GetConnectionString(name);
        return string.IsNullOrWhiteSpace(connection) ? null : connection;
    }

    /// <summary>Connects to all queues that functions use.</summary>
    /// <exception cref="HostStartException">A connection string cannot be read.</exception>
    public void Check(FunctionCatalog catalog)
    {
        foreach (var (_, trigger) in catalog.With<QueueFunctionTrigger>())
        {
            Get(trigger.Queue);
        }

        foreach (var output in catalog.Functions.SelectMany(f => f.Outputs.Queues))
        {
            Get(output.Queue);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _store?.Dispose();

    private IMessageQueue Open(QueueAddress address)
    {
        if (ConnectionOf(settings, address.Connection) is { } connection)
        {
            return AzureQueueFactory.Connect(address, connection, runtime.HostJson.Queues.Base64, time);
        }

        lock (_gate)
        {
            _store ??= new LocalQueueStore(runtime.State.File("queues.db"), time);
        }

        return new LocalMessageQueue(_store, address.Name, time);
    }
}
