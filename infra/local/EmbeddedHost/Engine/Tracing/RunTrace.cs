using System.Diagnostics;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.EmbeddedHost.Engine.Tracing;

/// <summary>An orchestration's place in the trace of whoever started it. Its span is written once, at its end, but its id is known from
/// the start: what the orchestration causes belongs under it, in every process that the orchestration lives through.</summary>
/// <param name="Creator">The span that started it.</param>
/// <param name="SpanId">The id of its own span.</param>
internal sealed record RunTrace(TraceLink Creator, string SpanId)
{
    /// <summary>Its own span's place.</summary>
    [JsonIgnore]
    public TraceLink Own
    {
        get
        {
            var creator = Creator.Context();
            return new($"00-{creator.TraceId}-{SpanId}-{(creator.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? "01" : "00")}", Creator.State);
        }
    }

    /// <summary>A new orchestration's place.</summary>
    /// <param name="creator">The span that starts it; null if that is not traced.</param>
    public static RunTrace? Under(TraceLink? creator) => creator is null ? null : new(creator, ActivitySpanId.CreateRandom().ToHexString());
}
