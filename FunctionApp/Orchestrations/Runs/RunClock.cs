using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>A run's only clock.</summary>
internal static class RunClock
{
    /// <summary>The time of the present step, the same at each replay.</summary>
    /// <param name="context">The run.</param>
    /// <returns>The time, in UTC whatever kind the host gave it.</returns>
    public static DateTimeOffset Now(this TaskOrchestrationContext context) => new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));
}
