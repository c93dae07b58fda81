using System.Diagnostics.CodeAnalysis;
using FuseDeskFlows.EmbeddedHost.Engine.Runtime;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Engine.Entities;

/// <summary>An orchestration's calls to entities, on the engine.</summary>
internal sealed class OrchestrationEntities(OrchestratorExecution execution) : TaskOrchestrationEntityFeature
{
    public override async Task<TResult> CallEntityAsync<TResult>(
        EntityInstanceId id, string operationName, object? input = null, CallEntityOptions? options = null) =>
        execution.Converter.Deserialize<TResult>(await CallAsync(id, operationName, input))!;

    public override Task CallEntityAsync(EntityInstanceId id, string operationName, object? input = null, CallEntityOptions? options = null) =>
        CallAsync(id, operationName, input);

    public override Task SignalEntityAsync(EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null)
    {
        var record = Record(HistoryKind.EntityOperationSignaled, id, operationName, input) with { FireAt = options?.SignalTime };
        _ = execution.Schedule(new(record), hasResult: false);
        return Task.CompletedTask;
    }

    public override Task<IAsyncDisposable> LockEntitiesAsync(IEnumerable<EntityInstanceId> entityIds) => throw new NotSupportedException(
        "The embedded host has no entity locks. One operation at a time runs on an entity anyway; put what belongs together into one operation.");

    public override bool InCriticalSection([NotNullWhen(true)] out IReadOnlyList<EntityInstanceId>? entityIds)
    {
        entityIds = null;
        return false;
    }

    private async Task<string?> CallAsync(EntityInstanceId id, string operation, object? input)
    {
        var record = Record(HistoryKind.EntityOperationCalled, id, operation, input);
        var result = await execution.Schedule(new(record), hasResult: true);
        return result.Failure is { } failure ? throw new EntityOperationFailedException(id, operation, failure) : result.Data;
    }

    private HistoryRecord Record(HistoryKind kind, EntityInstanceId id, string operation, object? input)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        if (id == default)
            throw new ArgumentException("An entity needs an id.", nameof(id));
        return new(kind, default) { Name = operation, Target = id.ToString(), Data = execution.Converter.Serialize(input) };
    }
}
