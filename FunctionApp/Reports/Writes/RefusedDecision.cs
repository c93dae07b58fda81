using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Writes;

/// <summary>A decision that a run did not take.</summary>
public sealed record RefusedDecision
{
    /// <summary>The decision's id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Why, for a person.</summary>
    [JsonPropertyName("why")]
    public required string Why { get; init; }
}
