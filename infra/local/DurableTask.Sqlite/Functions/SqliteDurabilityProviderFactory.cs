using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Host.Scale;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DurableSqlite.Functions;

/// <summary>
/// Chosen by <c>storageProvider.type</c> "sqlite". A hub has one service, whoever asks: a client that named its hub and had a service
/// of its own would write past the one that dispatches.
/// </summary>
internal sealed class SqliteDurabilityProviderFactory(
    IOptions<DurableTaskOptions> options, TimeProvider time, SqliteStorageHealth health, IHostEnvironment host, ILoggerFactory loggers)
    : IDurabilityProviderFactory, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SqliteDurabilityProvider> _providers = new(StringComparer.OrdinalIgnoreCase);
    private bool _separateEntities = true;

    public string Name => SqliteDurabilityProvider.Name;

    public DurabilityProvider GetDurabilityProvider() => Get(options.Value.HubName);

    public DurabilityProvider GetDurabilityProvider(DurableClientAttribute attribute) =>
        Get(string.IsNullOrEmpty(attribute.TaskHub) ? options.Value.HubName : attribute.TaskHub);

    public DurabilityProvider GetDurabilityProvider(DurableClientAttribute attribute, TriggerMetadata triggerMetadata) =>
        GetDurabilityProvider(attribute);

    /// <summary>The extension knows it only after it has asked for its provider.</summary>
    public void SetUseSeparateQueueForEntityWorkItems(bool newValue)
    {
        using var scope = _gate.EnterScope();
        _separateEntities = newValue;
        _providers.Values.ToList().ForEach(provider => provider.SetUseSeparateQueueForEntityWorkItems(newValue));
    }

    public void Dispose()
    {
        using var scope = _gate.EnterScope();
        _providers.Values.ToList().ForEach(provider => provider.Dispose());
        _providers.Clear();
    }

    private SqliteDurabilityProvider Get(string hub)
    {
        using var scope = _gate.EnterScope();
        if (!_providers.TryGetValue(hub, out var provider))
        {
            _providers.Add(hub, provider = Create(hub));
            provider.SetUseSeparateQueueForEntityWorkItems(_separateEntities);
        }

        return provider;
    }

    private SqliteDurabilityProvider Create(string hub)
    {
        var durable = options.Value;
        var storage = StorageProviderOptions.Read(durable.StorageProvider);
        SqliteOrchestrationServiceSettings settings = new()
        {
            Path = storage.FileOf(hub, durable.HubName, host.ContentRootPath),
            MaxConcurrentOrchestrations =
                durable.MaxConcurrentOrchestratorFunctions ?? SqliteOrchestrationServiceSettings.DefaultConcurrency,
            MaxConcurrentActivities = durable.MaxConcurrentActivityFunctions ?? SqliteOrchestrationServiceSettings.DefaultConcurrency,
            MaxConcurrentEntities = durable.MaxConcurrentEntityFunctions ?? SqliteOrchestrationServiceSettings.DefaultConcurrency,
            MaxEntityOperationBatchSize = durable.MaxEntityOperationBatchSize ?? 50,
            ExtendedSessions = durable.ExtendedSessionsEnabled,
            Retention = storage.Retention,
            Time = time,
            Health = health,
        };
        return new(new SqliteOrchestrationService(settings, loggers.CreateLogger("Host.Triggers.DurableTask.Sqlite")), settings);
    }
}
