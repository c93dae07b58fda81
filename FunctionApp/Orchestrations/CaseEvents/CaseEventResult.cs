using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Orchestrations.CaseEvents;

/// <summary>What became of a case event.</summary>
public sealed record CaseEventResult
{
    /// <summary>The event's id.</summary>
    [JsonPropertyName("eventId")]
    public required string EventId { get; init; }

    /// <summary>The case.</summary>
    [JsonPropertyName("caseId")]
    public required CaseId CaseId { get; init; }

    /// <summary>The run whose triage answers the event: this one, or the one that led when the event arrived.</summary>
    [JsonPropertyName("triagedBy")]
    public required string TriagedBy { get; init; }

    /// <summary>How many triages this run made; 0 if another one triages.</summary>
    [JsonPropertyName("triages")]
    public required int Triages { get; init; }

    /// <summary>True if the run continues as a new one for events that arrived meanwhile: nobody is given this result.</summary>
    [JsonIgnore]
    internal bool Continues { get; init; }
}
