using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using FuseDeskFlows.EmbeddedHost.Engine.Tracing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Engine.Entities;

/// <summary>What entity operations send; it leaves with the batch, and only from operations that succeed.</summary>
internal sealed class EntityBatchContext(EntityInstanceId id, DataConverter converter, TimeProvider time) : TaskEntityContext
{
    private readonly List<Action<StoreTransaction>> _committed = [];
    private readonly List<Action<StoreTransaction>> _open = [];

    public override EntityInstanceId Id => id;

    public override void SignalEntity(EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationName);
        var signal = new Message(0, id.ToString(), HistoryKind.EntityOperationSignaled)
        {
            Name = operationName,
            Data = converter.Serialize(input),
            DueAt = options?.SignalTime,
            Trace = DurableSpans.AreWanted ? TraceLink.Current : null,
        };
        _open.Add(store => store.Send(signal));
    }

    public override string ScheduleNewOrchestration(TaskName name, object? input = null, StartOrchestrationOptions? options = null)
    {
        var now = time.GetUtcNow();
        var row = new InstanceRow(
            options?.InstanceId ?? Guid.NewGuid().ToString("N"), name.Name, InstanceRow.NewExecutionId(), OrchestrationRuntimeStatus.Pending, now, now)
        {
            Input = converter.Serialize(input),
            Version = options?.Version?.Version ?? string.Empty,
            Tags = options?.Tags,
        };
        using var span = DurableSpans.Creating(row, id);
        row = row with { Trace = RunTrace.Under(DurableSpans.AreWanted ? TraceLink.Current : null) };
        _open.Add(store =>
        {
            if (store.Find(row.Id) is not { IsEnded: false })
            {
                store.Create(row, options?.StartAt);
            }
        });
        return row.Id;
    }

    public void Commit()
    {
        _committed.AddRange(_open);
        _open.Clear();
    }

    public void Rollback() => _open.Clear();

    public void Save(StoreTransaction store) => _committed.ForEach(send => send(store));
}
