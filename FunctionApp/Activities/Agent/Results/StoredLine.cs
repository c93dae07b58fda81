using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>One line of a result as the model reads it.</summary>
public sealed record StoredLine
{
    /// <summary>How a statement cites it; pieces of one long item have the same.</summary>
    [JsonPropertyName("cite")]
    public required string Cite { get; init; }

    /// <summary>The line: one JSON object.</summary>
    [JsonPropertyName("json")]
    public required string Json { get; init; }

    /// <summary>When what it tells was written; null if that is not known.</summary>
    [JsonPropertyName("at")]
    public DateTimeOffset? At { get; init; }

    /// <summary>How many tokens it has.</summary>
    [JsonPropertyName("tokens")]
    public int Tokens { get; init; }
}
