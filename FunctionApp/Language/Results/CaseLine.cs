using System.Text.Json.Serialization;

namespace FuseDeskFlows.Language.Results;

/// <summary>A case in one line.</summary>
public sealed record CaseLine
{
    /// <summary>The line.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>What wrote it: <c>extractive</c>, or a model's name.</summary>
    [JsonPropertyName("writtenBy")]
    public required string WrittenBy { get; init; }
}
