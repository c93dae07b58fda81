using System.Text.Json.Serialization;

namespace FuseDeskFlows.Language.Results;

/// <summary>A text that was written from a history: a summary, a draft, an issue, a line.</summary>
public sealed record GeneratedText
{
    /// <summary>The text as a whole: its statements in order.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>What it says, statement by statement, each with the history items that it rests on.</summary>
    [JsonPropertyName("statements")]
    public IReadOnlyList<SummaryStatement> Statements { get; init; } = [];

    /// <summary>What wrote it: <c>extractive</c>, or a model's name.</summary>
    [JsonPropertyName("writtenBy")]
    public required string WrittenBy { get; init; }
}
