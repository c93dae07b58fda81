using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Shared;

/// <summary>What the customer asked last.</summary>
public sealed record ReportQuestion
{
    /// <summary>The question in the customer's words.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>When it was asked.</summary>
    [JsonPropertyName("at")]
    public DateTimeOffset? At { get; init; }

    /// <summary>The number of the history item.</summary>
    [JsonPropertyName("historyItem")]
    public required int HistoryItem { get; init; }
}
