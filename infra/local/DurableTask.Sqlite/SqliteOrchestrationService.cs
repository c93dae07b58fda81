using DurableSqlite.Dispatch;
using DurableSqlite.Logging;
using DurableSqlite.Messages;
using DurableSqlite.Queries;
using DurableSqlite.Storage;
using DurableTask.Core;
using DurableTask.Core.Entities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DurableSqlite;

/// <summary>
/// A task hub in one SQLite file, for DurableTask.Core. The file is the truth; in memory are the messages that wait to be worked on,
/// each timer's time, and a few hundred instances that were worked on last. Nothing leaves before the commit that it belongs to.
/// </summary>
public sealed partial class SqliteOrchestrationService : IOrchestrationService, IEntityOrchestrationService, IDisposable
{
    /// <summary>Sessions that may wait for a dispatcher before timers that are due are held up.</summary>
    private const int MaxQueuedByTimers = 1000;

    private readonly SqliteOrchestrationServiceSettings _settings;
    private readonly ILogger _logger;
    private readonly Store _store;
    private readonly SessionTable _sessions;
    private readonly ActivityQueue _activities = new();
    private readonly TimerQueue _timers;
    private readonly CompletionWaiters _waiters = new();
    private readonly RetentionSweep _retention;
    private readonly Lock _opening = new();
    private volatile bool _isOpen;
    private bool _isDisposed;
    private long _lastId;

    /// <summary>Creates the service. The file is opened when it is first needed.</summary>
    /// <param name="settings">How the task hub works.</param>
    /// <param name="logger">Where its events go.</param>
    public SqliteOrchestrationService(SqliteOrchestrationServiceSettings settings, ILogger? logger = null)
        : this(settings, Schema.Current, logger)
    {
    }

    internal SqliteOrchestrationService(SqliteOrchestrationServiceSettings settings, Schema schema, ILogger? logger = null)
    {
        _settings = settings;
        _logger = logger ?? NullLogger.Instance;
        _store = new Store(settings.Path, schema, settings.Health, _logger);
        _sessions = new SessionTable(settings.KeptInstances);
        _timers = new TimerQueue(settings.Time, () => _sessions.Counts.Queued < MaxQueuedByTimers, DeliverTimers);
        _retention = new RetentionSweep(settings.Retention, settings.Time, PurgeCompletedBeforeAsync, _logger);
        EntityBackendQueries = new EntityQueries(this);
    }

    /// <inheritdoc/>
    public int TaskOrchestrationDispatcherCount => 1;
    /// <inheritdoc/>
    public int TaskActivityDispatcherCount => 1;
    /// <inheritdoc/>
    public int MaxConcurrentTaskOrchestrationWorkItems => _settings.MaxConcurrentOrchestrations;
    /// <inheritdoc/>
    public int MaxConcurrentTaskActivityWorkItems => _settings.MaxConcurrentActivities;
    /// <inheritdoc/>
    public BehaviorOnContinueAsNew EventBehaviourForContinueAsNew => BehaviorOnContinueAsNew.Carryover;

    /// <inheritdoc/>
    public EntityBackendProperties EntityBackendProperties => new()
    {
        EntityMessageReorderWindow = TimeSpan.Zero, // each message arrives once, in order
        MaxEntityOperationBatchSize = _settings.MaxEntityOperationBatchSize,
        MaxConcurrentTaskEntityWorkItems = _settings.MaxConcurrentEntities,
        SupportsImplicitEntityDeletion = true,
        MaximumSignalDelayTime = TimeSpan.MaxValue,
        UseSeparateQueueForEntityWorkItems = _sessions.SeparateEntities,
    };

    /// <inheritdoc/>
    public EntityBackendQueries EntityBackendQueries { get; }
    internal Store Store => _store;

    internal (int Sessions, int Queued, int Timers, int Waiters) InMemory =>
        (_sessions.Counts.All, _sessions.Counts.Queued, _timers.Count, _waiters.Count);

    private DateTime Now => _settings.Time.GetUtcNow().UtcDateTime;

    /// <summary>Whether entities have a dispatcher of their own. Before the dispatchers start.</summary>
    /// <param name="separate">False where one dispatcher runs both.</param>
    public void SetUseSeparateQueueForEntityWorkItems(bool separate) => _sessions.SeparateEntities = separate;

    /// <inheritdoc/>
    public bool IsMaxMessageCountExceeded(int currentMessageCount, OrchestrationRuntimeState runtimeState) => false;

    /// <inheritdoc/>
    public int GetDelayInSecondsAfterOnProcessException(Exception exception) => 0; // the one instance is held back, not the dispatcher

    /// <inheritdoc/>
    public int GetDelayInSecondsAfterOnFetchException(Exception exception) => exception is OperationCanceledException ? 0 : 1;

    /// <inheritdoc/>
    public Task CreateAsync() => CreateAsync(recreateInstanceStore: true);

    /// <inheritdoc/>
    public Task CreateAsync(bool recreateInstanceStore)
    {
        if (recreateInstanceStore)
        {
            Close();
            _store.Delete();
        }

        Open();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task CreateIfNotExistsAsync()
    {
        Open();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync() => DeleteAsync(deleteInstanceStore: true);

    /// <inheritdoc/>
    public Task DeleteAsync(bool deleteInstanceStore)
    {
        Close();
        _store.Delete();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync()
    {
        Open();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync() => StopAsync(isForced: false);

    /// <inheritdoc/>
    public async Task StopAsync(bool isForced)
    {
        if (_isOpen && !_settings.Health.Lost.IsCancellationRequested)
        {
            await _store.WriteAsync(_ => { }); // takes with it what would wait for a ride
        }
    }

    /// <summary>Writes what waits, and closes the file. Whatever is asked later throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        using var scope = _opening.EnterScope();
        _isDisposed = true;
        Close();
        _store.Dispose();
    }

    /// <summary>The file, for whoever reads a log.</summary>
    /// <returns>A line.</returns>
    public override string ToString() => $"SQLite: {_store.Path}";

    private long NewId() => Interlocked.Increment(ref _lastId);

    private void Open()
    {
        if (_isOpen)
        {
            return;
        }

        using var scope = _opening.EnterScope();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!_isOpen)
        {
            _store.Open();
            Recall();
            _isOpen = true;
            _retention.Start();
        }
    }

    /// <summary>Takes up what the file says is to be done.</summary>
    private void Recall()
    {
        const string Columns = EventSerializer.MessageColumns;
        var (messages, timers, activities) = _store.Read(database => (
            database.Query($"SELECT {Columns} FROM Inbox WHERE Due IS NULL ORDER BY Id", EventSerializer.ReadMessage),
            database.Query("SELECT Id, Due FROM Inbox WHERE Due IS NOT NULL", row => (row.GetInt64(0), row.GetInt64(1))),
            database.Query($"SELECT {Columns} FROM Task ORDER BY Id", EventSerializer.ReadMessage)));
        _lastId = _store.Read(database => Math.Max(
            database.Scalar<long>("SELECT max(Id) FROM Inbox"), database.Scalar<long>("SELECT max(Id) FROM Task")));
        messages.ForEach(_sessions.Deliver);
        activities.ForEach(_activities.Add);
        _timers.Open();
        _timers.Add(timers);
        _logger.HubOpened(_store.Path, messages.Count, timers.Count, activities.Count);
    }

    private void Close()
    {
        using var scope = _opening.EnterScope();
        _isOpen = false;
        _retention.Stop();
        _store.Close(); // what it still writes may set timers
        _timers.Dispose();
        _sessions.Clear();
        _activities.Clear();
    }

    private bool DeliverTimers(List<long> ids)
    {
        try
        {
            var due = _store.Read(database => ids.ConvertAll(id => database.Query(
                $"SELECT {EventSerializer.MessageColumns} FROM Inbox WHERE Id = @0", EventSerializer.ReadMessage, id).FirstOrDefault()));
            foreach (var message in due.OfType<TaskMessage>())
            {
                if (_settings.Time != TimeProvider.System)
                {
                    ClockedMessages.ClearDueTime(message);
                }

                _sessions.Deliver(message);
            }

            return true;
        }
        catch (SqliteStorageException e)
        {
            _logger.TimersDelayed(_store.Path, e);
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true; // the file has been closed: whoever opens it next finds them in it
        }
    }

    /// <summary>After its commit: to the instance, or to the timers.</summary>
    private void LetOut(OutgoingMessage message)
    {
        if (message is { Written: not null, IsTimer: true })
        {
            _timers.Add([(message.Id, message.Due!.Value.Ticks)]);
        }
        else if (message.Written is { } written)
        {
            _sessions.Deliver(written);
        }
    }
}
