using System.Diagnostics;
using FuseDeskFlows.Telemetry;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Truto.Telemetry;

/// <summary>The span of a tool call, around all its attempts.</summary>
internal static class ToolSpan
{
    /// <summary>The span; null if nobody listens.</summary>
    public static Activity? Start(string tool) => AppTelemetry.Spans.StartActivity($"tool {tool}");

    /// <summary>Tells what became of the call, but nothing of its value.</summary>
    public static void SetOutcome<T>(Activity? span, ToolOutcome<T> outcome)
        where T : class
    {
        if (span is null)
        {
            return;
        }

        span.SetTag("fusedesk.calls", outcome.Calls);
        span.SetTag("fusedesk.outcome", outcome switch
        {
            { Value: not null } => "success",
            { RateLimit: not null } => "rate_limited",
            _ => "refused",
        });
        span.SetTag("fusedesk.quota.remaining", outcome.Quota?.Remaining);
        if (outcome.Error is { } error)
        {
            span.SetStatus(ActivityStatusCode.Error);
            span.SetTag("error.type", error.Kind.ToString());
        }
    }
}
