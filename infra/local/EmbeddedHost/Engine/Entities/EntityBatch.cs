using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using FuseDeskFlows.EmbeddedHost.Engine.Tracing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Engine.Entities;

/// <summary>The operations that wait for an entity, run one after the other and stored together.</summary>
internal sealed class EntityBatch(EntityInstanceId id, EntityTurn turn, string? stored, DataConverter converter, TimeProvider time, ILogger log)
{
    private readonly EntityStateSlot _state = new(converter, stored);
    private readonly EntityBatchContext _context = new(id, converter, time);
    private readonly List<Message> _answers = [];
    private int _done;

    /// <summary>Runs the operations; one that fails changes and sends nothing, and the next goes on from the state before it.</summary>
    public async Task RunAsync(ITaskEntity entity)
    {
        foreach (var message in turn.Operations)
        {
            using var span = DurableSpans.Working(id, message);
            try
            {
                var result = await entity.RunAsync(new EntityOperation(message, _context, _state, converter));
                Answer(message, converter.Serialize(result), null);
                _state.Commit();
                _context.Commit();
            }
            catch (Exception e)
            {
                log.LogWarning("{EntityId}: operation {Operation} failed with {Error}", id.ToString(), message.Name, e.GetType());
                DurableSpans.Fail(span, e);
                _state.Rollback();
                _context.Rollback();
                Answer(message, null, TaskFailureDetails.FromException(e));
            }

            _done++;
        }
    }

    /// <summary>Fails the operations that did not run, because there is no such entity or it could not be made.</summary>
    public void FailRest(TaskFailureDetails failure)
    {
        foreach (var message in turn.Operations.Skip(_done))
        {
            Answer(message, null, failure);
        }
    }

    public bool Save(StoreTransaction store)
    {
        foreach (var message in turn.Operations.Concat(turn.LockMessages))
        {
            store.Consume(message.Id);
        }

        store.SaveEntity(id.ToString(), _state.Text, turn.LockedBy, time.GetUtcNow());
        foreach (var granted in turn.Granted)
        {
            EntityLocks.PassOn(store, granted);
        }

        _context.Save(store);
        _answers.ForEach(store.SendIfAlive);
        return true;
    }

    private void Answer(Message message, string? result, TaskFailureDetails? failure)
    {
        if (message.Sender is null)
        {
            return;
        }

        var kind = failure is null ? HistoryKind.EntityOperationCompleted : HistoryKind.EntityOperationFailed;
        _answers.Add(new(0, message.Sender, kind)
        {
            ExecutionId = message.ExecutionId,
            TaskId = message.TaskId,
            Name = message.Name,
            Data = result,
            Failure = failure,
        });
    }
}
