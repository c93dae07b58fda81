namespace DurableSqlite.Dispatch;

/// <summary>An episode of an orchestration, or a batch of an entity's operations, in the hands of a dispatcher.</summary>
internal sealed class SqliteWorkItem(InstanceSession session) : TaskOrchestrationWorkItem
{
    public InstanceSession Instance => session;
    public bool IsEntity => Entities.IsEntityInstance(InstanceId);
    public long InstanceKey { get; set; } // the key of the instance's row; 0: an entity that has none yet
    public string? ExecutionId { get; set; } // the execution that the row has: the guard of this work item's commit
    public int Episodes { get; set; } // how many episodes the history has
    public List<TaskMessage> Taken { get; set; } = []; // the messages of this episode that are in the file
    public bool IsSpent { get; set; } // not to be kept for the next episode: it ended, was abandoned or lost its instance
    public bool IsAbandoned { get; set; }
    /// <summary>The dispatcher keeps the running code with this very object: handed out again, it goes on without a replay.</summary>
    public bool HasCursor { get; set; }
    /// <summary>An ended instance is being rewound: the dispatcher runs no code, and what cursor there is must not be used.</summary>
    public bool IsRewind { get; set; }
    public override bool RestoreOriginalRuntimeStateDuringCompletion => false;

    /// <summary>What is kept for the next episode. The cursor stays with the object: only another one is replayed.</summary>
    public SqliteWorkItem ForNextEpisode() => HasCursor ? this : new(session)
    {
        InstanceId = InstanceId,
        InstanceKey = InstanceKey,
        ExecutionId = ExecutionId,
        Episodes = Episodes,
        OrchestrationRuntimeState = OrchestrationRuntimeState,
    };

    /// <summary>What an earlier execution had under way when this one took its place is for nobody.</summary>
    public bool IsForAnother(TaskMessage message) => ExecutionId is { } own
        && message.OrchestrationInstance.ExecutionId is { Length: > 0 } other && !string.Equals(other, own, StringComparison.Ordinal);
}
