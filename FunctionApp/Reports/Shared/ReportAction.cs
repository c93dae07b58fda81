using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Shared;

/// <summary>Something that a rep did.</summary>
public sealed record ReportAction
{
    /// <summary>When the rep did it; null if the history does not date it.</summary>
    [JsonPropertyName("at")]
    public DateTimeOffset? At { get; init; }

    /// <summary>Who: the name, else the user id.</summary>
    [JsonPropertyName("by")]
    public string? By { get; init; }

    /// <summary>What, in one sentence of the history item.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>The number of the history item.</summary>
    [JsonPropertyName("historyItem")]
    public required int HistoryItem { get; init; }
}
