using System.Text.Json.Serialization;

namespace FuseDeskFlows.Language.Results;

/// <summary>One statement of a summary.</summary>
public sealed record SummaryStatement
{
    /// <summary>The statement, one or two sentences.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>The numbers of the history items that show it; never empty.</summary>
    [JsonPropertyName("evidence")]
    public IReadOnlyList<int> Evidence { get; init; } = [];
}
