using FuseDeskFlows.EmbeddedHost.Engine.Entities;
using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using FuseDeskFlows.EmbeddedHost.Engine.Tracing;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>Stores an episode: consumed messages, history, new work and the instance's row, in one unit.</summary>
internal static class EpisodeStore
{
    /// <summary>Stores the episode; false, and only its messages removed, if the id has meanwhile gone to another run.</summary>
    public static bool Save(Episode episode, StoreTransaction store)
    {
        var before = episode.Instance.Row;
        foreach (var message in episode.Consumed)
        {
            store.Consume(message.Id);
        }

        if (!store.Update(episode.Row, before.ExecutionId))
        {
            return false;
        }

        var steps = episode.Execution?.TakeSteps() ?? [];
        foreach (var step in steps)
        {
            Perform(store, episode, step);
        }

        foreach (var timer in episode.Execution?.Withdrawn ?? [])
        {
            store.WithdrawTimer(before.Id, before.ExecutionId, timer);
        }

        episode.Execution?.Withdrawn.Clear();

        if (episode.StartsOver)
        {
            StartOver(store, episode);
        }
        else
        {
            AppendHistory(store, episode, steps);
        }

        if (episode.Row.IsEnded)
        {
            End(store, episode);
        }

        return true;
    }

    private static void AppendHistory(StoreTransaction store, Episode episode, List<Step> steps)
    {
        var seq = episode.Instance.HistoryLength;
        var last = episode.Row.IsEnded ? episode.Records[^1] : null;
        foreach (var record in last is null ? episode.Records : episode.Records.SkipLast(1))
        {
            store.Append(episode.Row.Id, seq++, record);
        }

        foreach (var step in steps)
        {
            store.Append(episode.Row.Id, seq++, step.Record);
        }

        if (last is not null)
        {
            store.Append(episode.Row.Id, seq++, last);
        }

        episode.Instance.HistoryLength = seq;
    }

    private static void StartOver(StoreTransaction store, Episode episode)
    {
        var id = episode.Row.Id;
        var execution = episode.Execution!;
        store.ClearHistory(id);
        store.WithdrawTimers(id);
        store.ReleaseLocks(id);
        store.Send(new(0, id, HistoryKind.ExecutionStarted) { ExecutionId = episode.Row.ExecutionId });
        if (execution.Next!.PreserveUnprocessedEvents)
        {
            store.SendFirst([.. execution.Events.Unclaimed.Select(e => new Message(0, id, HistoryKind.EventRaised) { Name = e.Name, Data = e.Data })]);
        }
    }

    private static void End(StoreTransaction store, Episode episode)
    {
        var row = episode.Row;
        store.WithdrawAll(row.Id);
        store.ReleaseLocks(row.Id);
        if (episode.Termination is { Recursive: true } termination)
        {
            foreach (var child in store.Children(row.Id))
            {
                store.SendIfAlive(new(0, child, HistoryKind.ExecutionTerminated) { Data = termination.Data, Recursive = true });
            }
        }

        if (row.Parent is not { } parent)
        {
            return;
        }

        var failure = row.Status == OrchestrationRuntimeStatus.Terminated ? Failures.Terminated(row.Name, row.Output) : row.Failure;
        var kind = failure is null ? HistoryKind.SubOrchestrationInstanceCompleted : HistoryKind.SubOrchestrationInstanceFailed;
        store.SendIfAlive(new(0, parent.InstanceId, kind)
        {
            ExecutionId = parent.ExecutionId,
            TaskId = parent.TaskId,
            Data = failure is null ? row.Output : null,
            Failure = failure,
        });
    }

    private static void Perform(StoreTransaction store, Episode episode, Step step)
    {
        var me = episode.Instance.Row;
        var record = step.Record;
        var task = record.TaskId!.Value;
        switch (record.Kind)
        {
            case HistoryKind.TaskScheduled:
                store.Enqueue(new(me.Id, me.ExecutionId, task, record.Name!, record.Data) { Version = me.Version, Trace = me.Trace });
                break;
            case HistoryKind.SubOrchestrationInstanceCreated:
                CreateChild(store, me, step.Child!, task, record.Timestamp);
                break;
            case HistoryKind.TimerCreated when !step.IsWithdrawn:
                store.Send(new(0, me.Id, HistoryKind.TimerFired) { ExecutionId = me.ExecutionId, TaskId = task, DueAt = record.FireAt });
                break;
            case HistoryKind.EventSent:
                store.SendIfAlive(new(0, record.Target!, HistoryKind.EventRaised) { Name = record.Name, Data = record.Data });
                break;
            case HistoryKind.EntityOperationCalled or HistoryKind.EntityLockRequested:
                store.Send(new(0, record.Target!, record.Kind)
                {
                    Sender = me.Id,
                    ExecutionId = me.ExecutionId,
                    TaskId = task,
                    Name = record.Name,
                    Data = record.Data,
                    Trace = me.Trace?.Own,
                });
                break;
            case HistoryKind.EntityLockReleased:
                foreach (var entity in EntityLocks.Read(record.Data))
                {
                    store.Send(new(0, entity, record.Kind) { Sender = me.Id });
                }

                break;
            case HistoryKind.EntityOperationSignaled:
                store.Send(new(0, record.Target!, record.Kind) { Name = record.Name, Data = record.Data, DueAt = record.FireAt, Trace = me.Trace?.Own });
                break;
        }
    }

    private static void CreateChild(StoreTransaction store, InstanceRow me, InstanceRow child, int task, DateTimeOffset now)
    {
        if (store.Find(child.Id) is { IsEnded: false })
        {
            store.Send(new(0, me.Id, HistoryKind.SubOrchestrationInstanceFailed)
            {
                ExecutionId = me.ExecutionId,
                TaskId = task,
                Failure = Failures.AlreadyRunning(child.Id),
            });
            return;
        }

        store.Create(
            child with
            {
                ExecutionId = InstanceRow.NewExecutionId(),
                CreatedAt = now,
                UpdatedAt = now,
                Parent = new(me.Id, me.Name, me.ExecutionId, task),
                Trace = RunTrace.Under(me.Trace?.Own),
            },
            startAt: null);
    }
}
