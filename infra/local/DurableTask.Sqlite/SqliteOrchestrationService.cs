using DurableTask.Core.Entities;
using Microsoft.Extensions.Logging.Abstractions;

namespace DurableSqlite;

/// <summary>
/// A task hub in one SQLite file, for DurableTask.Core. The file is the truth; in memory are the messages that wait to be worked on,
/// each timer's time, and a few hundred instances that were worked on last. Nothing leaves before the commit that it belongs to.
/// </summary>
public sealed partial class SqliteOrchestrationService : IOrchestrationService, IEntityOrchestrationService, IDisposable
{
    private const int MaxQueuedByTimers = 1000; // sessions that may wait for a dispatcher before timers that are due are held up
    private readonly SqliteOrchestrationServiceSettings _settings;
    private readonly ILogger _logger;
    private readonly CompletionWaiters _waiters = new();
    private readonly Lock _opening = new();
    private SessionTable _sessions = null!; // what is in memory begins anew with each opening of the file
    private ActivityQueue _activities = null!;
    private TimerQueue? _timers;
    private ITimer? _sweep;
    private bool _separatesEntities = true;
    private bool _isOpen;
    private bool _isDisposed;
    private long _lastId;

    /// <summary>Creates the service. The file is opened when it is first needed.</summary>
    /// <param name="settings">How the task hub works.</param>
    /// <param name="logger">Where its events go.</param>
    public SqliteOrchestrationService(SqliteOrchestrationServiceSettings settings, ILogger? logger = null)
    {
        _settings = settings;
        _logger = logger ?? NullLogger.Instance;
        Store = new Store(settings.Path, Schema.Current, settings.Health, _logger);
        EntityBackendQueries = new SqliteEntityQueries(this);
    }

    int IOrchestrationService.TaskOrchestrationDispatcherCount => 1;
    int IOrchestrationService.TaskActivityDispatcherCount => 1;
    int IOrchestrationService.MaxConcurrentTaskOrchestrationWorkItems => _settings.MaxConcurrentOrchestrations;
    int IOrchestrationService.MaxConcurrentTaskActivityWorkItems => _settings.MaxConcurrentActivities;
    BehaviorOnContinueAsNew IOrchestrationService.EventBehaviourForContinueAsNew => BehaviorOnContinueAsNew.Carryover;

    /// <inheritdoc/>
    public EntityBackendProperties EntityBackendProperties => new()
    {
        EntityMessageReorderWindow = TimeSpan.Zero, // each message arrives once, in order
        MaxEntityOperationBatchSize = _settings.MaxEntityOperationBatchSize,
        MaxConcurrentTaskEntityWorkItems = _settings.MaxConcurrentEntities,
        SupportsImplicitEntityDeletion = true,
        MaximumSignalDelayTime = TimeSpan.MaxValue,
        UseSeparateQueueForEntityWorkItems = _separatesEntities,
    };

    /// <inheritdoc/>
    public EntityBackendQueries EntityBackendQueries { get; }
    internal Store Store { get; }
    internal (int Sessions, int Queued, int Timers, int Waiters) InMemory =>
        (_sessions.Counts.All, _sessions.Counts.Queued, _timers!.Count, _waiters.Count);
    private DateTime Now => _settings.Time.GetUtcNow().UtcDateTime;

    /// <summary>Whether entities have a dispatcher of their own. Before the dispatchers start.</summary>
    /// <param name="separate">False where one dispatcher runs both.</param>
    public void SetUseSeparateQueueForEntityWorkItems(bool separate) => _separatesEntities = separate;

    bool IOrchestrationService.IsMaxMessageCountExceeded(int currentMessageCount, OrchestrationRuntimeState runtimeState) => false;
    int IOrchestrationService.GetDelayInSecondsAfterOnProcessException(Exception exception) => 0; // the one instance is held back
    int IOrchestrationService.GetDelayInSecondsAfterOnFetchException(Exception exception) =>
        exception is OperationCanceledException ? 0 : 1;

    Task IOrchestrationService.CreateAsync() => CreateHubAsync(anew: true);
    Task IOrchestrationService.CreateAsync(bool recreateInstanceStore) => CreateHubAsync(recreateInstanceStore);
    Task IOrchestrationService.CreateIfNotExistsAsync() => CreateHubAsync();
    Task IOrchestrationService.StartAsync() => CreateHubAsync();
    Task IOrchestrationService.DeleteAsync() => DeleteAsync();
    Task IOrchestrationService.DeleteAsync(bool deleteInstanceStore) => DeleteAsync();
    Task IOrchestrationService.StopAsync() => FlushAsync();
    Task IOrchestrationService.StopAsync(bool isForced) => FlushAsync();

    /// <summary>Writes what waits, and closes the file. Whatever is asked later throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        using var scope = _opening.EnterScope();
        _isDisposed = true;
        Close();
    }

    internal T Read<T>(Func<Database, T> read)
    {
        Open();
        return Store.Read(read);
    }

    private async Task CreateHubAsync(bool anew = false)
    {
        await (anew ? DeleteAsync() : Task.CompletedTask);
        Open();
    }

    private Task DeleteAsync()
    {
        Close();
        Store.Delete();
        return Task.CompletedTask;
    }

    /// <summary>Takes with it what would wait for a ride.</summary>
    private Task FlushAsync() =>
        _isOpen && !_settings.Health.Lost.IsCancellationRequested ? Store.WriteAsync(_ => { }) : Task.CompletedTask;

    private void Open()
    {
        lock (_opening)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (!_isOpen)
            {
                Store.Open();
                Recall();
                _isOpen = true;
                StartSweeps();
            }
        }
    }

    /// <summary>Takes up what the file says is to be done.</summary>
    private void Recall()
    {
        _sessions = new SessionTable(_settings.KeptInstances, () => _separatesEntities);
        _activities = new ActivityQueue();
        _timers = new TimerQueue(_settings.Time, () => _sessions.Counts.Queued < MaxQueuedByTimers, DeliverTimers);
        const string Columns = EventSerializer.MessageColumns;
        var (messages, timers, activities, lastId) = Store.Read(database => (
            database.Query($"SELECT {Columns} FROM Inbox WHERE Due IS NULL ORDER BY Id", EventSerializer.ReadMessage),
            database.Query("SELECT Id, Due FROM Inbox WHERE Due IS NOT NULL", row => (row.GetInt64(0), row.GetInt64(1))),
            database.Query($"SELECT {Columns} FROM Task ORDER BY Id", EventSerializer.ReadMessage),
            Math.Max(database.Scalar<long>("SELECT max(Id) FROM Inbox"), database.Scalar<long>("SELECT max(Id) FROM Task"))));
        _lastId = lastId;
        messages.ForEach(_sessions.Deliver);
        activities.ForEach(_activities.Add);
        _timers.Add(timers);
        _logger.HubOpened(Store.Path, messages.Count, timers.Count, activities.Count);
    }

    private void Close()
    {
        using var scope = _opening.EnterScope();
        _isOpen = false;
        _sweep?.Dispose();
        Store.Close(); // what it still writes may set timers
        _timers?.Dispose();
    }

    private OutgoingMessage Outgoing(TaskMessage message, bool toSelf = false)
    {
        message.SequenceNumber = Interlocked.Increment(ref _lastId);
        return new OutgoingMessage(message, toSelf);
    }

    /// <summary>After its commit: to the instance, or to the timers.</summary>
    private void LetOut(OutgoingMessage message)
    {
        if (message.IsTimer)
        {
            _timers!.Add([(message.Original.SequenceNumber, message.Due!.Value.Ticks)]);
        }
        else if (message.Written is { } written)
        {
            _sessions.Deliver(written);
        }
    }

    private bool DeliverTimers(List<long> ids)
    {
        const string Sql = $"SELECT {EventSerializer.MessageColumns} FROM Inbox WHERE Id = @0";
        try
        {
            foreach (var message in Store.Read(database => ids.ConvertAll(id => database.Query(Sql, EventSerializer.ReadMessage, id))))
            {
                message.ForEach(ClockedMessages.ClearDueTime);
                message.ForEach(_sessions.Deliver);
            }

            return true;
        }
        catch (SqliteStorageException e)
        {
            _logger.TimersDelayed(Store.Path, e);
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true; // the file has been closed: whoever opens it next finds them in it
        }
    }
}
