using DurableTask.Core.History;
using FuseDeskFlows.Reports.Pages.Runs;

namespace FuseDeskFlows.Triggers.Pages.Runs;

/// <summary>Makes the steps of a run of its history.</summary>
internal static class RunSteps
{
    /// <summary>How many are shown.</summary>
    public const int Max = 200;

    /// <summary>Reads what was called, what was waited for, and which runs were started, in the order in which they began.</summary>
    /// <param name="history">The run's history.</param>
    /// <param name="endedAt">When the run ended, and with it all that it no longer waited for; null if it goes on.</param>
    public static IReadOnlyList<RunStep> Read(IEnumerable<HistoryEvent> history, DateTimeOffset? endedAt)
    {
        var steps = new List<RunStep>();
        var open = new Dictionary<int, int>();
        foreach (var told in history)
        {
            if (Begin(told) is { } begun)
            {
                open[told.EventId] = steps.Count;
                steps.Add(begun);
            }
            else if (End(told) is var (id, isFailed) && open.Remove(id, out var index))
            {
                steps[index] = steps[index] with { Ended = EndOf(told), IsFailed = isFailed };
            }
        }

        return
        [
            .. steps.Select(step => endedAt < (step.Ended ?? DateTimeOffset.MaxValue) ? step with { Ended = endedAt } : step)
                .OrderBy(step => step.Started),
        ];
    }

    private static RunStep? Begin(HistoryEvent told) => told switch
    {
        TaskScheduledEvent call => Named(call.Name ?? "call", RunStepKind.Call, told),
        TimerCreatedEvent wait => new("wait", RunStepKind.Wait, At(told), Utc(wait.FireAt), false),
        SubOrchestrationInstanceCreatedEvent child => Named(child.Name ?? "run", RunStepKind.Child, told),
        _ => null,
    };

    private static RunStep Named(string name, RunStepKind kind, HistoryEvent told) =>
        new(name, kind, At(told), null, false) { Title = StepTitles.Of(name) };

    private static (int Id, bool IsFailed)? End(HistoryEvent told) => told switch
    {
        TaskCompletedEvent ended => (ended.TaskScheduledId, false),
        TaskFailedEvent ended => (ended.TaskScheduledId, true),
        TimerFiredEvent ended => (ended.TimerId, false),
        SubOrchestrationInstanceCompletedEvent ended => (ended.TaskScheduledId, false),
        SubOrchestrationInstanceFailedEvent ended => (ended.TaskScheduledId, true),
        _ => null,
    };

    // Some stores date the end of a timer by its beginning.
    private static DateTimeOffset EndOf(HistoryEvent told) =>
        told is TimerFiredEvent fired && Utc(fired.FireAt) > At(told) ? Utc(fired.FireAt) : At(told);

    private static DateTimeOffset At(HistoryEvent told) => Utc(told.Timestamp);

    private static DateTimeOffset Utc(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));
}
