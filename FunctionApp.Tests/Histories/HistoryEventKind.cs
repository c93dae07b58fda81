namespace FuseDeskFlows.Tests.Histories;

/// <summary>What an event of a history is: a step that the run took, what came to it, or its beginning and end.</summary>
internal enum HistoryEventKind
{
    OrchestratorStarted,
    ExecutionStarted,
    TaskScheduled,
    TaskCompleted,
    TaskFailed,
    TimerCreated,
    TimerFired,
    SubOrchestrationInstanceCreated,
    SubOrchestrationInstanceCompleted,
    SubOrchestrationInstanceFailed,
    EntityOperationCalled,
    EntityOperationSignaled,
    EntityOperationCompleted,
    EventRaised,
    ExecutionCompleted,
    ExecutionFailed,
}
