using System.Diagnostics;

namespace FuseDeskFlows.EmbeddedHost.Engine.Tracing;

/// <summary>A place in a trace in W3C form, kept with what it caused, so that it outlives the process.</summary>
/// <param name="Parent">The <c>traceparent</c>: the trace, the span, and whether it is sampled.</param>
/// <param name="State">The <c>tracestate</c>.</param>
internal sealed record TraceLink(string Parent, string? State)
{
    /// <summary>The place of whatever runs now; null if nothing is traced.</summary>
    public static TraceLink? Current => Of(Activity.Current);

    /// <summary>The place of a span.</summary>
    public static TraceLink? Of(Activity? span) =>
        span is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? new(id, span.TraceStateString) : null;

    /// <summary>The place as the tracing API takes it; the default if it cannot be read, which begins a new trace.</summary>
    public ActivityContext Context() => ActivityContext.TryParse(Parent, State, isRemote: true, out var context) ? context : default;
}
