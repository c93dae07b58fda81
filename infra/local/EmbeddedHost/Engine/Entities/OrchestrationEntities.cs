using System.Diagnostics.CodeAnalysis;
using FuseDeskFlows.EmbeddedHost.Engine.Runtime;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Engine.Entities;

/// <summary>An orchestration's calls to entities, on the engine.</summary>
internal sealed class OrchestrationEntities(OrchestratorExecution execution) : TaskOrchestrationEntityFeature
{
    private IReadOnlyList<EntityInstanceId>? _locked;
    private bool _isLocking;

    public override async Task<TResult> CallEntityAsync<TResult>(
        EntityInstanceId id, string operationName, object? input = null, CallEntityOptions? options = null) =>
        execution.Converter.Deserialize<TResult>(await CallAsync(id, operationName, input))!;

    public override Task CallEntityAsync(EntityInstanceId id, string operationName, object? input = null, CallEntityOptions? options = null) =>
        CallAsync(id, operationName, input);

    public override Task SignalEntityAsync(EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null)
    {
        if (_locked?.Contains(id) == true)
        {
            throw new InvalidOperationException($"The entity '{id}' is locked by this orchestration; it must not be signalled, only called.");
        }

        var record = Record(HistoryKind.EntityOperationSignaled, id, operationName, input) with { FireAt = options?.SignalTime };
        _ = execution.Schedule(new(record), hasResult: false);
        return Task.CompletedTask;
    }

    public override async Task<IAsyncDisposable> LockEntitiesAsync(IEnumerable<EntityInstanceId> entityIds)
    {
        ArgumentNullException.ThrowIfNull(entityIds);
        var ids = EntityLocks.Order(entityIds);
        if (ids.Count == 0 || ids.Contains(default))
        {
            throw new ArgumentException("Name the entities to lock; there is none, or one without an id.", nameof(entityIds));
        }

        if (_locked is not null || _isLocking)
        {
            throw new InvalidOperationException("Entities are locked already; locks must not be nested.");
        }

        _isLocking = true;
        await execution.Schedule(
            new(new(HistoryKind.EntityLockRequested, default) { Target = ids[0].ToString(), Data = EntityLocks.Write(ids) }), hasResult: true);
        _isLocking = false;
        _locked = ids;
        return new EntityLock(Release);
    }

    public override bool InCriticalSection([NotNullWhen(true)] out IReadOnlyList<EntityInstanceId>? entityIds)
    {
        entityIds = _locked;
        return _locked is not null;
    }

    private void Release()
    {
        var data = EntityLocks.Write(_locked!);
        _locked = null;
        _ = execution.Schedule(new(new(HistoryKind.EntityLockReleased, default) { Data = data }), hasResult: false);
    }

    private async Task<string?> CallAsync(EntityInstanceId id, string operation, object? input)
    {
        // Another entity could be locked by one that waits for ours.
        if (_locked?.Contains(id) == false)
        {
            throw new InvalidOperationException($"The entity '{id}' is not among those that this orchestration has locked; it must not be called now.");
        }

        var record = Record(HistoryKind.EntityOperationCalled, id, operation, input);
        var result = await execution.Schedule(new(record), hasResult: true);
        return result.Failure is { } failure ? throw new EntityOperationFailedException(id, operation, failure) : result.Data;
    }

    private HistoryRecord Record(HistoryKind kind, EntityInstanceId id, string operation, object? input)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        if (id == default)
        {
            throw new ArgumentException("An entity needs an id.", nameof(id));
        }

        return new(kind, default) { Name = operation, Target = id.ToString(), Data = execution.Converter.Serialize(input) };
    }
}
