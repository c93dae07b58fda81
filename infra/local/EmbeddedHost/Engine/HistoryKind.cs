namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>What happened; the names are those of the Durable Task history where it has one. Stored by number: add at the end only.</summary>
internal enum HistoryKind
{
    OrchestratorStarted,
    ExecutionStarted,
    TaskScheduled,
    TaskCompleted,
    TaskFailed,
    SubOrchestrationInstanceCreated,
    SubOrchestrationInstanceCompleted,
    SubOrchestrationInstanceFailed,
    TimerCreated,
    TimerFired,
    EventRaised,
    EventSent,
    EntityOperationCalled,
    EntityOperationCompleted,
    EntityOperationFailed,
    EntityOperationSignaled,
    ExecutionSuspended,
    ExecutionResumed,
    ExecutionTerminated,
    ExecutionCompleted,
    ExecutionFailed,
    ContinueAsNew,
    EntityLockRequested,
    EntityLockGranted,
    EntityLockReleased,
}
