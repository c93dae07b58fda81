using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Reports.CaseEvents;

/// <summary>An active rep of the case's department who should take the case.</summary>
public sealed record ProposedRep
{
    /// <summary>The user id.</summary>
    [JsonPropertyName("id")]
    public required RepId Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>As of when she is active: a quarter of an hour before the proposal at most.</summary>
    [JsonPropertyName("activeAsOf")]
    public DateTimeOffset? ActiveAsOf { get; init; }

    /// <summary>How many cases that are not closed she has; null if that is unknown.</summary>
    [JsonPropertyName("openCases")]
    public int? OpenCases { get; init; }

    /// <summary>Why she, for a person; says so if nobody knows who is least loaded.</summary>
    [JsonPropertyName("reason")]
    public required string Reason { get; init; }
}
