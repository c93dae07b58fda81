using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>Which part of a stored result to show.</summary>
public sealed record ReadMoreInput
{
    /// <summary>Where it is stored.</summary>
    [JsonPropertyName("storedAt")]
    public required string StoredAt { get; init; }

    /// <summary>The first line, from 1.</summary>
    [JsonPropertyName("from")]
    public int From { get; init; } = 1;

    /// <summary>How many tokens may be shown.</summary>
    [JsonPropertyName("tokens")]
    public int Tokens { get; init; }
}
