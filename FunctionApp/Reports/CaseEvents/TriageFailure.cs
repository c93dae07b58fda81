using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.CaseEvents;

/// <summary>A triage that failed at every attempt.</summary>
public sealed record TriageFailure
{
    /// <summary>When it was given up.</summary>
    [JsonPropertyName("at")]
    public required DateTimeOffset At { get; init; }

    /// <summary>The instance id of the run that failed.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>Why, for a person.</summary>
    [JsonPropertyName("detail")]
    public required string Detail { get; init; }
}
