using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Orchestrations.CaseEvents;

/// <summary>
/// Input of <see cref="CaseEventFlow"/>. It holds no customer's text, and the settings of the moment when the event was taken,
/// since a run that is replayed must not read others.
/// </summary>
public sealed record CaseEventRequest
{
    /// <summary>The event's id.</summary>
    [JsonPropertyName("eventId")]
    public required string EventId { get; init; }

    /// <summary>What happened.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>The case.</summary>
    [JsonPropertyName("caseId")]
    public required CaseId CaseId { get; init; }

    /// <summary>When it happened.</summary>
    [JsonPropertyName("occurredAt")]
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>How long the case has to be quiet.</summary>
    [JsonPropertyName("quietPeriod")]
    public TimeSpan QuietPeriod { get; init; }

    /// <summary>How long the first event of a burst waits at most.</summary>
    [JsonPropertyName("maxDelay")]
    public TimeSpan MaxDelay { get; init; }

    /// <summary>How many pages of cases may be read to learn who is least loaded.</summary>
    [JsonPropertyName("loadPages")]
    public int LoadPages { get; init; }

    /// <summary>How many triages the run has made, where it goes on for events that arrived meanwhile.</summary>
    [JsonPropertyName("triages")]
    public int Triages { get; init; }
}
