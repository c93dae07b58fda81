namespace DurableSqlite.Dispatch;

/// <summary>What an episode leaves behind, written as a whole: history, status, activities, messages; less those that it took.</summary>
internal sealed class EpisodeCommit(
    SqliteWorkItem workItem, OrchestrationRuntimeState runtimeState, OrchestrationState state, DateTime now,
    List<OutgoingMessage> activities, List<OutgoingMessage> messages)
{
    /// <summary>Made by the dispatcher, and not by the one thread that writes.</summary>
    private readonly string? _events = workItem.IsEntity ? null : EventSerializer.Write(
        workItem.Episodes > 0 && IsNewExecution(workItem, runtimeState) ? runtimeState.Events : runtimeState.NewEvents);

    public List<OutgoingMessage> Activities => activities;
    public List<OutgoingMessage> Messages => messages;
    public string ExecutionId => runtimeState.OrchestrationInstance!.ExecutionId;
    public bool IsFinished => InstanceTable.IsFinished(state.OrchestrationStatus);
    public bool DeletesEntity => workItem.IsEntity && runtimeState.Input is null;

    // Set by Write.

    public bool IsStale { get; private set; } // the instance was purged, terminated or started anew while this ran: nothing of it counts
    public long InstanceKey { get; private set; }
    public int Episodes { get; private set; }
    public List<long> Cancelled { get; private set; } = []; // activities that are not to run any more

    public void Write(Database database)
    {
        (InstanceKey, Episodes, Cancelled) = (workItem.InstanceKey, workItem.Episodes, []);
        IsStale = !WriteInstance(database);
        if (IsStale)
        {
            return;
        }

        MessageWriter.Delete(database, workItem.Taken);
        if (!workItem.IsEntity)
        {
            WriteOrchestration(database);
        }
        else if (InstanceKey != 0 && DeletesEntity)
        {
            InstanceTable.DeleteRow(database, InstanceKey);
        }
        else if (InstanceKey != 0)
        {
            InstanceTable.SetPayload(database, InstanceKey, InstanceTable.Input, runtimeState.Input);
        }

        activities.ForEach(activity => MessageWriter.WriteActivity(database, activity));
        messages.ForEach(message => MessageWriter.Write(database, message, now));
    }

    /// <summary>It continued as new, or was rewound: the history begins again.</summary>
    private static bool IsNewExecution(SqliteWorkItem workItem, OrchestrationRuntimeState runtimeState) => workItem.InstanceKey != 0
        && !string.Equals(workItem.ExecutionId, runtimeState.OrchestrationInstance!.ExecutionId, StringComparison.Ordinal);

    /// <summary>False where the row is not the one that the episode began with.</summary>
    private bool WriteInstance(Database database)
    {
        if (InstanceKey != 0 && UpdateInstance(database))
        {
            return true;
        }

        if (!workItem.IsEntity || InstanceTable.Find(database, workItem.InstanceId) is not null)
        {
            return false;
        }

        // An entity that was purged meanwhile comes again, or what it was sent would be lost. Its old key may be another's by now.
        InstanceKey = 0;
        if (!DeletesEntity)
        {
            var start = runtimeState.ExecutionStartedEvent!;
            InstanceKey = InstanceTable.Insert(database, isEntity: true, OrchestrationStatus.Running, start, runtimeState.Input, now);
            database.Execute("UPDATE Instance SET CustomStatus = @0 WHERE Id = @1", state.Status, InstanceKey);
        }

        return true;
    }

    private bool UpdateInstance(Database database) => database.Execute(
        "UPDATE Instance SET ExecutionId = @0, Status = @1, Updated = @2, Completed = @3, CustomStatus = @4, Version = @5 "
        + "WHERE Id = @6 AND ExecutionId = @7 AND (Completed IS NULL OR @8)",
        ExecutionId, (int)state.OrchestrationStatus, now.Ticks, IsFinished ? state.CompletedTime.ToUniversalTime().Ticks : null,
        state.Status, runtimeState.Version, InstanceKey, workItem.ExecutionId, workItem.IsRewind) == 1;

    private void WriteOrchestration(Database database)
    {
        if (IsNewExecution(workItem, runtimeState))
        {
            Episodes = 0;
            database.Execute("DELETE FROM History WHERE Instance = @0", InstanceKey);
            InstanceTable.SetPayload(database, InstanceKey, InstanceTable.Input, runtimeState.Input);
            InstanceTable.SetPayload(database, InstanceKey, InstanceTable.Output, null);

            // What was for the old execution goes; events, which are for whichever there is, stay.
            database.Execute("DELETE FROM Inbox WHERE InstanceId = @0 AND ExecutionId = @1", workItem.InstanceId, workItem.ExecutionId);
            Cancelled = InstanceTable.Cancel(database, workItem.InstanceId, workItem.ExecutionId);
        }

        database.Execute("INSERT INTO History(Instance, Episode, Events) VALUES(@0, @1, @2)", InstanceKey, Episodes, _events);
        Episodes++;
        if (Output() is { } output)
        {
            InstanceTable.SetPayload(database, InstanceKey, InstanceTable.Output, output);
        }

        if (IsFinished)
        {
            database.Execute("DELETE FROM Inbox WHERE InstanceId = @0", workItem.InstanceId);
            Cancelled = [.. Cancelled, .. InstanceTable.Cancel(database, workItem.InstanceId)];
        }
    }

    /// <summary>What the status shows as the output: as on Azure Storage, of a suspended or resumed instance the reason.</summary>
    private string? Output() => runtimeState.NewEvents.Select(e => e switch
    {
        ExecutionCompletedEvent completed => completed.FailureDetails?.ToString() ?? completed.Result,
        ExecutionSuspendedEvent suspended => suspended.Reason,
        ExecutionResumedEvent resumed => resumed.Reason,
        _ => null,
    }).LastOrDefault(text => text is not null);
}
