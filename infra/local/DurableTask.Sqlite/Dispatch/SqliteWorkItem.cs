using DurableTask.Core;

namespace DurableSqlite.Dispatch;

/// <summary>An episode of an orchestration, or a batch of an entity's operations, in the hands of a dispatcher.</summary>
internal sealed class SqliteWorkItem(InstanceSession session) : TaskOrchestrationWorkItem
{
    public InstanceSession Instance => session;
    /// <summary>The key of the instance's row; 0: an entity that has none yet.</summary>
    public long InstanceKey { get; set; }
    /// <summary>The execution that the row has: the guard of this work item's commit.</summary>
    public string? ExecutionId { get; set; }
    /// <summary>How many episodes the history has.</summary>
    public int Episodes { get; set; }
    /// <summary>The messages of this episode that are in the file.</summary>
    public List<TaskMessage> Taken { get; set; } = [];
    /// <summary>Not to be kept for the next episode: it ended, was abandoned or lost its instance.</summary>
    public bool IsSpent { get; set; }
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
}
