using System.Diagnostics.Metrics;
using FuseDeskFlows.Telemetry;

namespace FuseDeskFlows.Truto.Telemetry;

/// <summary>
/// Counts requests to FuseDesk, each attempt where it is sent; so the sum is what a run's usage says, and what the quota has lost.
/// </summary>
internal static class CallMetrics
{
    private static readonly Counter<long> Calls =
        AppTelemetry.Meter.CreateCounter<long>("fusedesk.calls", "{call}", "Requests sent to FuseDesk's tools through Truto.");

    public static void CountAnswered(string tool, int status) => Count(tool, status switch
    {
        429 => "rate_limited",
        >= 500 or 408 => "failed",
        >= 400 => "refused",
        _ => "success",
    });

    /// <summary>A request was sent, and no whole answer came.</summary>
    public static void CountLost(string tool) => Count(tool, "failed");

    private static void Count(string tool, string outcome) =>
        Calls.Add(1, AppTelemetry.Tag("tool", tool), AppTelemetry.Tag("outcome", outcome));
}
