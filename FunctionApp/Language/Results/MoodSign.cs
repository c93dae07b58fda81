using System.Text.Json.Serialization;

namespace FuseDeskFlows.Language.Results;

/// <summary>A message that shows a mood.</summary>
public sealed record MoodSign
{
    /// <summary>The mood that it shows.</summary>
    [JsonPropertyName("mood")]
    public required Mood Mood { get; init; }

    /// <summary>The sentence that shows it, word for word, shortened to a line or two.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>By what, for a person: <c>words of displeasure</c>, <c>wrote again after 12 min without an answer</c>.</summary>
    [JsonPropertyName("shownBy")]
    public required string ShownBy { get; init; }

    /// <summary>When it was written.</summary>
    [JsonPropertyName("at")]
    public DateTimeOffset? At { get; init; }

    /// <summary>The number of the message.</summary>
    [JsonPropertyName("historyItem")]
    public required int HistoryItem { get; init; }
}
