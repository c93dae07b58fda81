using Microsoft.DurableTask.Entities;

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
        HistoryKind.EntityOperationCalled => $"a call of entity operation '{step.Operation()}'",
        HistoryKind.EntityLockRequested => "a lock of entities",
        HistoryKind.EntityLockReleased => "the release of entities",
        _ => $"a signal of entity operation '{step.Operation()}'",
    };

    /// <summary>Whether two steps are the same but for what they pass on. The answer of one entity must not be taken for another's.</summary>
    public static bool IsLike(this HistoryRecord step, HistoryRecord other) => step.Kind == other.Kind
        && string.Equals(step.Name, other.Name, StringComparison.OrdinalIgnoreCase)
        && string.Equals(step.Entity(), other.Entity(), StringComparison.Ordinal);

    /// <summary>The error for code that left its history; null stands for nothing.</summary>
    public static NonDeterministicOrchestrationException Mismatch(int step, HistoryRecord? known, HistoryRecord? asked, Exception? cause = null) => new(
        step,
        $"Non-deterministic orchestrator code at step {step}: history has {known?.Describe() ?? "nothing"}, the code asked for {asked?.Describe() ?? "nothing"}.",
        cause);

    private static string? Operation(this HistoryRecord step) => step.Entity() is { } entity ? $"{entity}.{step.Name}" : step.Name;

    private static string? Entity(this HistoryRecord step) =>
        step.Kind is HistoryKind.EntityOperationCalled or HistoryKind.EntityOperationSignaled && step.Target is { } id ? EntityInstanceId.FromString(id).Name : null;
}
