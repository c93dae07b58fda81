using System.Collections.Concurrent;
using FuseDeskFlows.EmbeddedHost.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

/// <summary>Functions made of delegates, and a note of every activity that ran.</summary>
internal sealed class TestFunctions : IDurableFunctions
{
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<ActivityCall, CancellationToken, Task<object?>>> _activities = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<ITaskEntity>> _entities = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentQueue<ActivityCall> Calls { get; } = new();

    public TestFunctions Orchestrator<T>(string name, Func<TaskOrchestrationContext, Task<T>> code)
    {
        _orchestrators[name] = async context => await code(context);
        return this;
    }

    public TestFunctions Activity<TInput, TResult>(string name, Func<TInput, TResult> code) =>
        Activity<TInput, TResult>(name, (input, _) => Task.FromResult(code(input)));

    public TestFunctions Activity<TInput, TResult>(string name, Func<TInput, CancellationToken, Task<TResult>> code)
    {
        _activities[name] = async (call, stop) => await code(call.Converter.Deserialize<TInput>(call.SerializedInput)!, stop);
        return this;
    }

    public TestFunctions Entity(string name, Func<ITaskEntity> make)
    {
        _entities[name] = make;
        return this;
    }

    public int CallsOf(string activity) => Calls.Count(c => string.Equals(c.Name, activity, StringComparison.OrdinalIgnoreCase));

    public bool HasOrchestrator(string name) => _orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => _activities.ContainsKey(name);

    public bool HasEntity(string name) => _entities.ContainsKey(name);

    public Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context) => _orchestrators[name](context);

    public Task<object?> RunActivityAsync(string name, ActivityCall call, CancellationToken cancellationToken)
    {
        Calls.Enqueue(call);
        return _activities[name](call, cancellationToken);
    }

    public Task RunEntityAsync(string name, Func<ITaskEntity, Task> runBatch, CancellationToken cancellationToken) => runBatch(_entities[name]());
}
