using DurableSqlite.Messages;
using DurableSqlite.Storage;
using DurableTask.Core;
using DurableTask.Core.Common;
using DurableTask.Core.History;
using DurableTask.Core.Tracing;

namespace DurableSqlite.Dispatch;

/// <summary>Makes work items of what the file has.</summary>
internal static class WorkItemLoader
{
    /// <summary>No span at all, where a rewind wants one.</summary>
    private const string NoTrace = "00-00000000000000000000000000000000-0000000000000000-00";

    /// <summary>The work item for an instance's new messages.</summary>
    public static LoadedWorkItem Load(Database database, InstanceSession session, List<TaskMessage> messages) =>
        Entities.IsEntityInstance(session.InstanceId)
            ? LoadEntity(session, InstanceTable.FindWithPayloads(database, session.InstanceId), messages)
            : LoadOrchestration(database, session, InstanceTable.Find(database, session.InstanceId), messages);

    private static LoadedWorkItem LoadOrchestration(
        Database database, InstanceSession session, InstanceRow? row, List<TaskMessage> messages)
    {
        var isRewind = row is { IsFinished: true } && messages[0].Event.EventType == EventType.ExecutionRewound;
        if (row is null || (row.IsFinished && !isRewind))
        {
            return new LoadedWorkItem(null, Nobody: true);
        }

        var (events, episodes) = InstanceTable.ReadHistory(database, row.Id);
        if (events.Count == 0 && !messages.Exists(message => message.Event is ExecutionStartedEvent))
        {
            return new LoadedWorkItem(null); // sent before a start that is scheduled for later
        }

        if (isRewind && events.OfType<ExecutionStartedEvent>().FirstOrDefault() is { ParentTraceContext: null } started)
        {
            started.ParentTraceContext = new DistributedTraceContext(NoTrace); // the dispatcher takes it for granted
        }

        var workItem = Create(session, row, events);
        workItem.Episodes = episodes;
        workItem.IsRewind = isRewind;
        return new LoadedWorkItem(workItem);
    }

    private static LoadedWorkItem LoadEntity(InstanceSession session, InstanceRow? row, List<TaskMessage> messages)
    {
        // An orchestration may be started under an id that begins as an entity's does: no dispatcher runs it, on no storage.
        if (row is { Kind: InstanceKind.Orchestration } || messages.Exists(message => message.Event is ExecutionStartedEvent))
        {
            return new LoadedWorkItem(null);
        }

        // An entity's history is its start with its state as the input: it is made of the row.
        return new LoadedWorkItem(Create(session, row, row is null ? [] :
        [
            new OrchestratorStartedEvent(-1),
            new ExecutionStartedEvent(-1, row.Input)
            {
                OrchestrationInstance = new OrchestrationInstance { InstanceId = session.InstanceId, ExecutionId = row.ExecutionId },
                Name = row.Name,
                Version = row.Version,
                Tags = EventSerializer.Read<Dictionary<string, string>>(row.Tags),
                Timestamp = row.Created,
            },
            new OrchestratorCompletedEvent(-1),
        ]));
    }

    private static SqliteWorkItem Create(InstanceSession session, InstanceRow? row, List<HistoryEvent> events) => new(session)
    {
        InstanceId = session.InstanceId,
        InstanceKey = row?.Id ?? 0,
        ExecutionId = row?.ExecutionId,
        OrchestrationRuntimeState = new OrchestrationRuntimeState(events),
    };
}
