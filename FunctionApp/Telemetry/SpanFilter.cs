using System.Diagnostics;
using OpenTelemetry;

namespace FuseDeskFlows.Telemetry;

/// <summary>
/// Looks at every span before it is exported. It takes away the descriptions of failures, which are exceptions' messages and may quote
/// a customer, and the spans that tell nothing: replays of orchestrations, the worker's talk with its host, and requests that no
/// function made.
/// </summary>
internal sealed class SpanFilter(IReadOnlySet<string> orchestrations) : BaseProcessor<Activity>
{
    private const string Worker = "Microsoft.Azure.Functions.Worker";
    private const string Durable = "/TaskHubSidecarService/";

    /// <inheritdoc />
    public override void OnEnd(Activity data)
    {
        if (IsReplay(data) || IsNoise(data))
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }
    }

    // Azure's worker makes a span for each of an orchestration's steps, most of which repeat what was done before.
    private bool IsReplay(Activity span) =>
        IsFrom(span, Worker) && span.GetTagItem("faas.name") is string name && orchestrations.Contains(name);

    private static bool IsNoise(Activity span) => IsFrom(span, TelemetryRegistration.HttpClientSource)
        && (span.ParentSpanId == default || span.GetTagItem("url.full") is string url && url.Contains(Durable, StringComparison.Ordinal));

    private static bool IsFrom(Activity span, string source) => string.Equals(span.Source.Name, source, StringComparison.Ordinal);
}
