using DurableSqlite;
using DurableTask.Core;
using DurableTask.Core.Entities;
using DurableTask.Core.History;
using DurableTask.Core.Middleware;
using LocalHost.Tests.Support;
using Newtonsoft.Json;

namespace LocalHost.Tests.Sqlite.Support;

/// <summary>A task hub in a folder of its own, with DurableTask.Core's worker and client on it.</summary>
public sealed class TestHub : IAsyncDisposable
{
    private readonly Dictionary<string, Func<Script, Task<string>>> _orchestrations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<string, string>> _activities = new(StringComparer.Ordinal);
    private readonly HubMode _mode;
    private readonly TimeProvider _time;
    private readonly TimeSpan? _retention;
    private TaskHubWorker? _worker;

    public TestHub(HubMode mode = HubMode.Kept, TimeProvider? time = null, TimeSpan? retention = null, string? path = null)
    {
        _mode = mode;
        _time = time ?? TimeProvider.System;
        _retention = retention;
        Folder = Directory.CreateTempSubdirectory("hub-").FullName;
        Path = path ?? System.IO.Path.Combine(Folder, "hub.db");
        Activity("echo", input => input);
        Service = CreateService();
    }

    public string Folder { get; }

    public string Path { get; }

    public SqliteOrchestrationService Service { get; private set; }

    public TaskHubClient Client => new(Service);

    public SqliteStorageHealth Health { get; private set; } = new();

    public TestHub Orchestration(string name, Func<Script, Task<string>> run)
    {
        _orchestrations.Add(name, run);
        return this;
    }

    public TestHub Activity(string name, Func<string, string> run)
    {
        _activities.Add(name, run);
        return this;
    }

    public async Task<TestHub> StartAsync()
    {
        _worker = new TaskHubWorker(Service) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
        _worker.AddTaskOrchestrations([.. _orchestrations.Select(o =>
            new Creator<TaskOrchestration>(o.Key, () => new ScriptedOrchestration(o.Value)))]);
        _worker.AddTaskActivities([.. _activities.Select(a => new Creator<TaskActivity>(a.Key, () => new ScriptedActivity(a.Value)))]);
        _worker.AddTaskEntities(new Creator<TaskEntity>("counter", () => new CounterEntity()));
        if (_mode is HubMode.Remote or HubMode.RemoteKept)
        {
            _worker.AddOrchestrationDispatcherMiddleware(RunElsewhere);
        }

        await _worker.StartAsync();
        return this;
    }

    /// <summary>Stops worker and service, and opens the file anew.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        Service = CreateService();
        await StartAsync();
    }

    public async Task StopAsync()
    {
        if (_worker is not null)
        {
            await _worker.StopAsync(isForced: true);
            _worker = null;
        }

        Service.Dispose();
    }

    public Task<OrchestrationInstance> StartAsync(string name, string id, string? input = null) =>
        Client.CreateOrchestrationInstanceAsync(name, "", id, input);

    public Task ScheduleAsync(string name, string id, string input, DateTime start, OrchestrationStatus[]? dedupeStatuses = null)
    {
        OrchestrationInstance instance = new() { InstanceId = id, ExecutionId = Guid.NewGuid().ToString("N") };
        return Service.CreateTaskOrchestrationAsync(new TaskMessage
        {
            OrchestrationInstance = instance,
            Event = new ExecutionStartedEvent(-1, JsonConvert.SerializeObject(input))
            {
                Name = name,
                Version = "",
                OrchestrationInstance = instance,
                ScheduledStartTime = start,
            },
        }, dedupeStatuses);
    }

    /// <summary>Runs an orchestration that waits for one event to its end.</summary>
    public async Task<string?> RaiseAfterStartAsync(string name, string id, string input)
    {
        await StartAsync(name, id, "1");
        await RaiseAsync(id, "e", input);
        return await OutputOfAsync(id);
    }

    /// <summary>The state of an instance that has ended, or is given up after a while.</summary>
    public async Task<OrchestrationState> EndOfAsync(string id)
    {
        var state = await Service.WaitForOrchestrationAsync(id, null, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        return state ?? throw new TimeoutException($"'{id}' has not ended: {(await StateOfAsync(id))?.OrchestrationStatus}");
    }

    public async Task<string?> RunAsync(string name, string id, string? input = null)
    {
        await StartAsync(name, id, input);
        return await OutputOfAsync(id);
    }

    public async Task<string?> OutputOfAsync(string id)
    {
        var state = await EndOfAsync(id);
        var isJson = state.OrchestrationStatus == OrchestrationStatus.Completed;
        return isJson ? JsonConvert.DeserializeObject<string>(state.Output) : state.Output;
    }

    public Task<OrchestrationState?> StateOfAsync(string id) => Service.GetOrchestrationStateAsync(id, executionId: null);

    public Task StatusAsync(string id, OrchestrationStatus status) =>
        Eventually.TrueAsync(async () => (await StateOfAsync(id))?.OrchestrationStatus == status);

    public Task RaiseAsync(string id, string name, string input) =>
        Client.RaiseEventAsync(new OrchestrationInstance { InstanceId = id }, name, input);

    public Task SignalAsync(string entity, string operation, string? input = null, DateTime? due = null) =>
        Service.SendTaskOrchestrationMessageAsync(ClientEntityHelpers.EmitOperationSignal(
            new OrchestrationInstance { InstanceId = entity }, Guid.NewGuid(), operation, input, due is { } at ? (at, at) : null)
            .AsTaskMessage());

    public async Task<string?> EntityAsync(string id) =>
        (await Service.EntityBackendQueries.GetEntityAsync(EntityId.FromString(id), includeState: true))?.SerializedState;

    public long Count(string table, string where = "1 = 1") =>
        Service.Read(database => database.Scalar<long>($"SELECT count(*) FROM {table} WHERE {where}"));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private SqliteOrchestrationService CreateService()
    {
        Health = new SqliteStorageHealth();
        return new(new SqliteOrchestrationServiceSettings
        {
            Path = Path,
            KeptInstances = _mode == HubMode.NothingKept ? 0 : 500,
            ExtendedSessions = _mode is HubMode.Kept or HubMode.NothingKept or HubMode.RemoteKept,
            Time = _time,
            Retention = _retention,
            RetryDelay = TimeSpan.FromMilliseconds(10),
            Health = Health,
        });
    }

    /// <summary>What the extension does for an isolated worker, less the wire: another process replays the history.</summary>
    private Task RunElsewhere(DispatchMiddlewareContext context, Func<Task> next)
    {
        var state = context.GetProperty<OrchestrationRuntimeState>();
        OrchestrationRuntimeState copy = new([.. state.PastEvents]);
        foreach (var e in state.NewEvents)
        {
            copy.AddEvent(e);
        }

        var entities = TaskOrchestrationEntityParameters.FromEntityBackendProperties(Service.EntityBackendProperties);
        ScriptedOrchestration orchestration = new(_orchestrations[copy.Name]);
        TaskOrchestrationExecutor executor = new(
            copy, orchestration, BehaviorOnContinueAsNew.Carryover, entities, ErrorPropagationMode.UseFailureDetails);
        context.SetProperty(executor.Execute());
        return Task.CompletedTask;
    }
}
