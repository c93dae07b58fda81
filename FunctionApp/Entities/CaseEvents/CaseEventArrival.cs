using System.Text.Json.Serialization;

namespace FuseDeskFlows.Entities.CaseEvents;

/// <summary>An event arrives at its case's debouncer.</summary>
public sealed record CaseEventArrival
{
    /// <summary>The run of the event.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>When the run brought it: debouncing goes by our clock, not by the event's.</summary>
    [JsonPropertyName("at")]
    public required DateTimeOffset At { get; init; }

    /// <summary>The event's id.</summary>
    [JsonPropertyName("eventId")]
    public required string EventId { get; init; }

    /// <summary>What happened.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>When it happened.</summary>
    [JsonPropertyName("occurredAt")]
    public DateTimeOffset? OccurredAt { get; init; }
}
