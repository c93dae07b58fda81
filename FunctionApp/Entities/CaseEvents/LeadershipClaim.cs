using System.Text.Json.Serialization;

namespace FuseDeskFlows.Entities.CaseEvents;

/// <summary>A run takes a case over from one that has ended without leaving.</summary>
public sealed record LeadershipClaim
{
    /// <summary>The instance id of the run that takes over.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>The one that has ended.</summary>
    [JsonPropertyName("replacesRunId")]
    public required string ReplacesRunId { get; init; }
}
