using DurableSqlite.Messages;
using DurableSqlite.Storage;
using DurableTask.Core;
using DurableTask.Core.Common;
using DurableTask.Core.History;

namespace DurableSqlite.Dispatch;

/// <summary>What an episode leaves behind, written as a whole: history, status, activities, messages; less those that it took.</summary>
internal sealed class EpisodeCommit
{
    private readonly SqliteWorkItem _workItem;
    private readonly OrchestrationRuntimeState _runtimeState;
    private readonly OrchestrationState _state;
    private readonly List<TaskMessage> _taken;
    private readonly DateTime _now;
    private readonly string? _events;
    private readonly bool _isEntity;

    public EpisodeCommit(SqliteWorkItem workItem, OrchestrationRuntimeState runtimeState, OrchestrationState state, DateTime now)
    {
        _workItem = workItem;
        _runtimeState = runtimeState;
        _state = state;
        _now = now;
        _taken = workItem.Taken;
        _isEntity = Entities.IsEntityInstance(workItem.InstanceId);
        var events = IsNewExecution && workItem.Episodes > 0 ? runtimeState.Events : runtimeState.NewEvents;
        _events = _isEntity ? null : EventSerializer.Write(events);
        InstanceKey = workItem.InstanceKey;
        Episodes = workItem.Episodes;
    }

    public required IReadOnlyList<OutgoingMessage> Activities { get; init; }
    public required IReadOnlyList<OutgoingMessage> Messages { get; init; }
    public string ExecutionId => _runtimeState.OrchestrationInstance!.ExecutionId;

    public bool IsFinished => InstanceTable.IsFinished(_state.OrchestrationStatus);

    public bool DeletesEntity => _isEntity && _runtimeState.Input is null;

    /// <summary>The instance was purged, terminated or started anew while this ran: nothing of it counts. Set by <see cref="Write"/>.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Set by <see cref="Write"/>.</summary>
    public long InstanceKey { get; private set; }

    /// <summary>Set by <see cref="Write"/>.</summary>
    public int Episodes { get; private set; }

    /// <summary>Activities that are not to run any more. Set by <see cref="Write"/>.</summary>
    public IReadOnlyList<long> Cancelled { get; private set; } = [];

    /// <summary>It continued as new, or was rewound: the history begins again.</summary>
    private bool IsNewExecution =>
        _workItem.InstanceKey != 0 && !string.Equals(_workItem.ExecutionId, ExecutionId, StringComparison.Ordinal);

    public void Write(Database database)
    {
        InstanceKey = _workItem.InstanceKey;
        Episodes = _workItem.Episodes;
        Cancelled = [];
        IsStale = !WriteInstance(database);
        if (IsStale)
        {
            return;
        }

        MessageWriter.Delete(database, _taken);
        if (_isEntity)
        {
            WriteEntity(database);
        }
        else
        {
            WriteOrchestration(database);
        }

        foreach (var activity in Activities)
        {
            MessageWriter.WriteActivity(database, activity);
        }

        foreach (var message in Messages)
        {
            MessageWriter.Write(database, message, _now);
        }
    }

    /// <summary>False where the row is not the one that the episode began with.</summary>
    private bool WriteInstance(Database database)
    {
        if (InstanceKey != 0 && UpdateInstance(database))
        {
            return true;
        }

        if (!_isEntity || InstanceTable.Find(database, _workItem.InstanceId) is not null)
        {
            return false;
        }

        // An entity that was purged meanwhile comes again, or what it was sent would be lost. Its old key may be another's by now.
        InstanceKey = 0;
        if (!DeletesEntity)
        {
            var start = _runtimeState.ExecutionStartedEvent!;
            var input = _runtimeState.Input;
            InstanceKey = InstanceTable.Insert(database, InstanceKind.Entity, OrchestrationStatus.Running, start, input, _now);
            database.Execute("UPDATE Instance SET CustomStatus = @0 WHERE Id = @1", _state.Status, InstanceKey);
        }

        return true;
    }

    private bool UpdateInstance(Database database) => database.Execute(
        "UPDATE Instance SET ExecutionId = @0, Status = @1, Updated = @2, Completed = @3, CustomStatus = @4, Version = @5 "
        + "WHERE Id = @6 AND ExecutionId = @7 AND (Completed IS NULL OR @8)",
        ExecutionId, (int)_state.OrchestrationStatus, _now.Ticks, IsFinished ? _state.CompletedTime.ToUniversalTime().Ticks : null,
        _state.Status, _runtimeState.Version, InstanceKey, _workItem.ExecutionId, _workItem.IsRewind) == 1;

    private void WriteEntity(Database database)
    {
        if (InstanceKey != 0 && DeletesEntity)
        {
            InstanceTable.DeleteRow(database, InstanceKey);
        }
        else if (InstanceKey != 0)
        {
            InstanceTable.SetPayload(database, InstanceKey, PayloadKind.Input, _runtimeState.Input);
        }
    }

    private void WriteOrchestration(Database database)
    {
        if (IsNewExecution)
        {
            database.Execute("DELETE FROM History WHERE Instance = @0", InstanceKey);
            Episodes = 0;
            InstanceTable.SetPayload(database, InstanceKey, PayloadKind.Input, _runtimeState.Input);
            InstanceTable.SetPayload(database, InstanceKey, PayloadKind.Output, null);

            // What was for the old execution goes; events, which are for whichever there is, stay.
            database.Execute("DELETE FROM Inbox WHERE InstanceId = @0 AND ExecutionId = @1", _workItem.InstanceId, _workItem.ExecutionId);
            Cancelled = Cancel(database, _workItem.ExecutionId);
        }

        database.Execute("INSERT INTO History(Instance, Episode, Events) VALUES(@0, @1, @2)", InstanceKey, Episodes, _events);
        Episodes++;

        if (Output() is { } output)
        {
            InstanceTable.SetPayload(database, InstanceKey, PayloadKind.Output, output);
        }

        if (IsFinished)
        {
            database.Execute("DELETE FROM Inbox WHERE InstanceId = @0", _workItem.InstanceId);
            Cancelled = Cancel(database, executionId: null);
        }
    }

    /// <summary>What the status shows as the output: as on Azure Storage, of a suspended or resumed instance the reason.</summary>
    private string? Output() => _runtimeState.NewEvents.Select(e => e switch
    {
        ExecutionCompletedEvent completed => completed.FailureDetails?.ToString() ?? completed.Result,
        ExecutionSuspendedEvent suspended => suspended.Reason,
        ExecutionResumedEvent resumed => resumed.Reason,
        _ => null,
    }).LastOrDefault(text => text is not null);

    private List<long> Cancel(Database database, string? executionId) => database.Query(
        "DELETE FROM Task WHERE InstanceId = @0 AND (@1 IS NULL OR ExecutionId = @1) RETURNING Id",
        row => row.GetInt64(0), _workItem.InstanceId, executionId);
}
