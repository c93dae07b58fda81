namespace DurableSqlite.Dispatch;

/// <summary>
/// Gives an episode the time of a <see cref="TimeProvider"/>: the dispatcher stamps the episode's start with the computer's clock, and
/// then enumerates the new messages before any code of the orchestration runs.
/// </summary>
internal sealed class ClockedMessages(List<TaskMessage> messages, SqliteWorkItem workItem, TimeProvider time)
    : List<TaskMessage>(messages), IEnumerable<TaskMessage>
{
    IEnumerator<TaskMessage> IEnumerable<TaskMessage>.GetEnumerator()
    {
        var now = time.GetUtcNow().UtcDateTime;
        Stamp(workItem.OrchestrationRuntimeState.NewEvents.Where(e => e.EventType == EventType.OrchestratorStarted), now);
        Stamp(ConvertAll(message => message.Event), now);
        return GetEnumerator();
    }

    /// <summary>Takes the time out of a signal that is due: its dispatcher would go by the computer's clock, and send it back.</summary>
    public static void ClearDueTime(TaskMessage message)
    {
        if (message.Event is EventRaisedEvent raised && Entities.IsDelayedEntityMessage(message, out _))
        {
            using var reader = new JsonTextReader(new StringReader(raised.Input)) { DateParseHandling = DateParseHandling.None };
            var request = JObject.Load(reader);
            request.Remove("due");
            message.Event = new EventRaisedEvent(-1, request.ToString(Formatting.None))
            {
                Name = "op",
                ParentTraceContext = raised.ParentTraceContext,
            };
        }
    }

    /// <summary>
    /// Sets the times that an episode left, before they are written; but for its start's, which the code has gone by: a replay must go by
    /// the same, however far the clock has moved meanwhile.
    /// </summary>
    public static void Stamp(OrchestrationRuntimeState runtimeState, OrchestrationState state, DateTime now)
    {
        Stamp(runtimeState.NewEvents.Where(e => e.EventType != EventType.OrchestratorStarted), now);
        state.LastUpdatedTime = now;
        state.CompletedTime = runtimeState.ExecutionCompletedEvent?.Timestamp ?? state.CompletedTime;
    }

    private static void Stamp(IEnumerable<HistoryEvent> events, DateTime now)
    {
        foreach (var e in events.Where(e => e.EventType != EventType.ExecutionStarted))
        {
            e.Timestamp = now;
        }
    }
}
