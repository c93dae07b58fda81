using DurableTask.Core;
using DurableTask.Core.History;

namespace SemanticsApp.Outcomes;

/// <summary>An event of a history in a line: its kind, its number, and what is in it but for times and ids of executions.</summary>
public static class HistoryLine
{
    public static string Of(HistoryEvent e) => e switch
    {
        ExecutionStartedEvent x => $"ExecutionStarted {x.Name} {x.Version} {x.Input}{Tags(x)}{Parent(x)}",
        ExecutionCompletedEvent x => $"{x.EventType} {x.OrchestrationStatus} {x.Result}{Details(x.FailureDetails)}",
        ExecutionTerminatedEvent x => $"ExecutionTerminated {x.Input}",
        ExecutionSuspendedEvent x => $"ExecutionSuspended {x.Reason}",
        ExecutionResumedEvent x => $"ExecutionResumed {x.Reason}",
        TaskScheduledEvent x => $"TaskScheduled #{x.EventId} {x.Name} {x.Version} {x.Input}",
        TaskCompletedEvent x => $"TaskCompleted of #{x.TaskScheduledId} {x.Result}",
        TaskFailedEvent x => $"TaskFailed of #{x.TaskScheduledId} {x.Reason}{Details(x.FailureDetails)}",
        SubOrchestrationInstanceCreatedEvent x =>
            $"SubOrchestrationInstanceCreated #{x.EventId} {x.Name} {x.Version} {x.InstanceId} {x.Input}",
        SubOrchestrationInstanceCompletedEvent x => $"SubOrchestrationInstanceCompleted of #{x.TaskScheduledId} {x.Result}",
        SubOrchestrationInstanceFailedEvent x =>
            $"SubOrchestrationInstanceFailed of #{x.TaskScheduledId} {x.Reason}{Details(x.FailureDetails)}",
        TimerCreatedEvent x => $"TimerCreated #{x.EventId} in {Math.Round(Math.Abs((x.FireAt - x.Timestamp).TotalHours))} hours",
        TimerFiredEvent x => $"TimerFired of #{x.TimerId}",
        EventRaisedEvent x => $"EventRaised {x.Name} {x.Input}",
        EventSentEvent x => $"EventSent #{x.EventId} {x.Name} to {x.InstanceId} {x.Input}",
        _ => e.EventType.ToString(),
    };

    private static string Tags(ExecutionStartedEvent e) =>
        e.Tags is { Count: > 0 } ? " tags " + string.Join(',', e.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)) : "";

    private static string Parent(ExecutionStartedEvent e) =>
        e.ParentInstance is { } parent ? $" child #{parent.TaskScheduleId} of {parent.Name} {parent.OrchestrationInstance.InstanceId}" : "";

    private static string Details(FailureDetails? details) =>
        details is null ? "" : $" ({details.ErrorType}: {details.ErrorMessage}{Final(details)}{Details(details.InnerFailure)})";

    private static string Final(FailureDetails details) => details.IsNonRetriable ? ", final" : "";
}
