using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>Whether runs wait for nothing but the clock, so that a test may move it: what is under way would see another time.</summary>
internal static class TimedWaits
{
    /// <summary>When a run's next timer is due, if it and its sub-orchestrations wait for timers alone; else null.</summary>
    public static async Task<DateTimeOffset?> NextAsync(DurableTaskClient client, string id)
    {
        var events = HistoryReading.Read(await client.GetOrchestrationHistoryAsync(id, TestContext.Current.CancellationToken));
        var answered = events.Where(e => e.IsAnswer).Select(e => e.Step).ToHashSet();
        var dues = new List<DateTimeOffset?>();
        foreach (var step in events.Where(e => e.IsStep && !answered.Contains(e.Step)))
        {
            dues.Add(step.Kind switch
            {
                HistoryEventKind.TimerCreated => step.DueAt,
                HistoryEventKind.SubOrchestrationInstanceCreated => await NextAsync(client, step.Target!),
                _ => null,
            });
        }

        return dues.Contains(null) ? null : dues.Min();
    }
}
