namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>Tells steps from results, and names steps for people.</summary>
internal static class HistoryText
{
    /// <summary>Whether a record ends a step that is waited for.</summary>
    public static bool IsResult(this HistoryRecord record) => record.Kind is HistoryKind.TaskCompleted or HistoryKind.TaskFailed
        or HistoryKind.SubOrchestrationInstanceCompleted or HistoryKind.SubOrchestrationInstanceFailed
        or HistoryKind.TimerFired or HistoryKind.EntityOperationCompleted or HistoryKind.EntityOperationFailed
        or HistoryKind.EntityLockGranted;

    /// <summary>Whether a record is a step that the code asked for.</summary>
    public static bool IsStep(this HistoryRecord record) => record.Kind is HistoryKind.TaskScheduled or HistoryKind.SubOrchestrationInstanceCreated
        or HistoryKind.TimerCreated or HistoryKind.EventSent or HistoryKind.EntityOperationCalled or HistoryKind.EntityOperationSignaled
        or HistoryKind.EntityLockRequested or HistoryKind.EntityLockReleased;

    /// <summary>A step in words.</summary>
    public static string Describe(this HistoryRecord step) => step.Kind switch
    {
        HistoryKind.TaskScheduled => $"activity '{step.Name}'",
        HistoryKind.SubOrchestrationInstanceCreated => $"sub-orchestration '{step.Name}'",
        HistoryKind.TimerCreated => "a timer",
        HistoryKind.EventSent => $"the sending of event '{step.Name}'",
        HistoryKind.EntityOperationCalled => $"a call of entity operation '{step.Name}'",
        HistoryKind.EntityLockRequested => "a lock of entities",
        HistoryKind.EntityLockReleased => "the release of entities",
        _ => $"a signal of entity operation '{step.Name}'",
    };

    /// <summary>The error for code that left its history; null stands for nothing.</summary>
    public static NonDeterministicOrchestrationException Mismatch(int step, HistoryRecord? known, HistoryRecord? asked) => new(
        $"Non-deterministic orchestrator code at step {step}: history has {known?.Describe() ?? "nothing"}, the code asked for {asked?.Describe() ?? "nothing"}.");
}
