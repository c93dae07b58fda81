using DurableTask.Core.Tracing;

namespace DurableSqlite.Dispatch;

internal static class WorkItemLoader
{
    private const string NoTrace = "00-00000000000000000000000000000000-0000000000000000-00"; // no span at all, where a rewind wants one

    /// <summary>
    /// The work item for an instance's new messages. None where they wait for the instance's start, or where they are for nobody: it has
    /// ended or is gone.
    /// </summary>
    public static (SqliteWorkItem? WorkItem, bool IsForNobody) Load(Database database, InstanceSession session, List<TaskMessage> messages)
    {
        var row = InstanceTable.Find(database, session.InstanceId, withPayloads: Entities.IsEntityInstance(session.InstanceId));
        return Entities.IsEntityInstance(session.InstanceId)
            ? (LoadEntity(session, row, messages), false)
            : LoadOrchestration(database, session, row, messages);
    }

    private static (SqliteWorkItem? WorkItem, bool IsForNobody) LoadOrchestration(
        Database database, InstanceSession session, InstanceRow? row, List<TaskMessage> messages)
    {
        var isRewind = row is { IsFinished: true } && messages[0].Event.EventType == EventType.ExecutionRewound;
        if (row is null || (row.IsFinished && !isRewind))
        {
            return (null, true);
        }

        var (events, episodes) = InstanceTable.ReadHistory(database, row.Id);
        if (events.Count == 0 && !messages.Exists(message => message.Event is ExecutionStartedEvent))
        {
            return (null, false); // sent before a start that is scheduled for later
        }

        if (isRewind && events.OfType<ExecutionStartedEvent>().FirstOrDefault() is { ParentTraceContext: null } started)
        {
            started.ParentTraceContext = new DistributedTraceContext(NoTrace); // the dispatcher takes it for granted
        }

        var workItem = Create(session, row, events);
        (workItem.Episodes, workItem.IsRewind) = (episodes, isRewind);
        return (workItem, false);
    }

    private static SqliteWorkItem? LoadEntity(InstanceSession session, InstanceRow? row, List<TaskMessage> messages)
    {
        // An orchestration may be started under an id that begins as an entity's does: no dispatcher runs it, on no storage.
        if (row is { IsEntity: false } || messages.Exists(message => message.Event is ExecutionStartedEvent))
        {
            return null;
        }

        // An entity's history is its start with its state as the input: it is made of the row.
        return Create(session, row, row is null ? [] :
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
        ]);
    }

    private static SqliteWorkItem Create(InstanceSession session, InstanceRow? row, List<HistoryEvent> events) => new(session)
    {
        InstanceId = session.InstanceId,
        InstanceKey = row?.Id ?? 0,
        ExecutionId = row?.ExecutionId,
        OrchestrationRuntimeState = new OrchestrationRuntimeState(events),
    };
}
