using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Digest;

/// <summary>Which cases a digest is of.</summary>
public sealed record DigestQuery
{
    /// <summary>The status; null for all.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>Opened at this moment or later; null for no bound.</summary>
    [JsonPropertyName("openedFrom")]
    public DateTimeOffset? OpenedFrom { get; init; }

    /// <summary>Opened before this moment; null for no bound.</summary>
    [JsonPropertyName("openedBefore")]
    public DateTimeOffset? OpenedBefore { get; init; }

    /// <summary>The time zone in which the days were meant.</summary>
    [JsonPropertyName("timeZone")]
    public string TimeZone { get; init; } = "UTC";
}
