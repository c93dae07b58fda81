using System.Diagnostics.Metrics;
using FuseDeskFlows.Telemetry;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>
/// Counts what runs do. Orchestrations call it, and only what they do for the first time counts: all guards against replays are here. A
/// step that a crash kept from being stored is made again, and counts again; what was counted since the last export is lost with the
/// process.
/// </summary>
internal static class RunMetrics
{
    private static readonly InstrumentAdvice<double> DurationBuckets = new()
    {
        HistogramBucketBoundaries = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400],
    };

    private static readonly Counter<long> Starts = AppTelemetry.Meter.CreateCounter<long>("runs.started", "{run}", "Runs that began.");

    private static readonly Counter<long> Completions = AppTelemetry.Meter.CreateCounter<long>(
        "runs.completed", "{run}", "Runs that ended with a result.");

    private static readonly Counter<long> Failures = AppTelemetry.Meter.CreateCounter<long>(
        "runs.failed", "{run}", "Runs that ended without a result.");

    private static readonly Histogram<double> Durations = AppTelemetry.Meter.CreateHistogram(
        "runs.duration", "s", "How long runs took, their waits included.", tags: null, DurationBuckets);

    private static readonly Histogram<double> Waits = AppTelemetry.Meter.CreateHistogram(
        "fusedesk.quota.wait", "s", "How long runs slept until a quota came back.", tags: null, DurationBuckets);

    /// <summary>A run begins.</summary>
    public static void Started(TaskOrchestrationContext run)
    {
        if (!run.IsReplaying)
        {
            Starts.Add(1, Flow(run));
        }
    }

    /// <summary>A run has its result.</summary>
    public static void Completed(TaskOrchestrationContext run, TimeSpan duration)
    {
        if (!run.IsReplaying)
        {
            Completions.Add(1, Flow(run));
            Durations.Record(duration.TotalSeconds, Flow(run), AppTelemetry.Tag("outcome", "completed"));
        }
    }

    /// <summary>A run fails.</summary>
    /// <param name="error">Why; only its type counts.</param>
    public static void Failed(TaskOrchestrationContext run, TimeSpan duration, Exception error)
    {
        if (!run.IsReplaying)
        {
            Failures.Add(1, Flow(run), AppTelemetry.Tag("error.type", error.GetType().Name));
            Durations.Record(duration.TotalSeconds, Flow(run), AppTelemetry.Tag("outcome", "failed"));
        }
    }

    /// <summary>A run has waited for a quota.</summary>
    /// <param name="owner">Whose quota: <see cref="FuseDeskFlows.RateLimiting.RateLimitRejection.Owner"/>.</param>
    public static void Waited(TaskOrchestrationContext run, string owner, TimeSpan duration)
    {
        if (!run.IsReplaying)
        {
            Waits.Record(duration.TotalSeconds, Flow(run), AppTelemetry.Tag("owner", owner));
        }
    }

    private static KeyValuePair<string, object?> Flow(TaskOrchestrationContext run) => AppTelemetry.Tag("flow", run.Name.Name);
}
