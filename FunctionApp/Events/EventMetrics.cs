using System.Diagnostics.Metrics;
using FuseDeskFlows.Telemetry;

namespace FuseDeskFlows.Events;

/// <summary>Counts deliveries and events; no measurement says whose they were.</summary>
internal static class EventMetrics
{
    private static readonly Counter<long> Refusals = AppTelemetry.Meter.CreateCounter<long>(
        "fusedeskflows.webhook.refused", "{delivery}", "Deliveries that were refused, by reason.");

    private static readonly Counter<long> Records = AppTelemetry.Meter.CreateCounter<long>(
        "fusedeskflows.webhook.records", "{record}", "Records of accepted deliveries, by what became of them.");

    private static readonly Counter<long> Events = AppTelemetry.Meter.CreateCounter<long>(
        "fusedeskflows.case_events", "{event}", "Case events taken from the queue, by what became of them.");

    private static readonly Gauge<long> Poisoned = AppTelemetry.Meter.CreateGauge<long>(
        "fusedeskflows.poisoned_events", "{event}", "Case events that could not be handled and lie in the poison queue.");

    /// <param name="reason">
    /// Why: <c>unsigned</c>, <c>wrong-signature</c>, <c>stale</c>, <c>too-large</c>, <c>invalid</c>, <c>not-configured</c>.
    /// </param>
    public static void CountRefusal(string reason) => Refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <param name="outcome"><c>queued</c>, <c>own</c> or <c>other</c>.</param>
    public static void CountRecord(string outcome) => Records.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <param name="outcome"><c>started</c>, <c>duplicate</c>, <c>own</c> or <c>failed</c>.</param>
    public static void CountEvent(string outcome) => Events.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void SetPoisonCount(int count) => Poisoned.Record(count);
}
