using System.Text.Json.Serialization;

namespace FuseDeskFlows.Events;

/// <summary>The events of one case that one triage answers.</summary>
public sealed record CaseBurst
{
    /// <summary>How many.</summary>
    [JsonPropertyName("count")]
    public int Count { get; init; }

    /// <summary>The id of the newest.</summary>
    [JsonPropertyName("newestId")]
    public string? NewestId { get; init; }

    /// <summary>What happened in it.</summary>
    [JsonPropertyName("newestType")]
    public string? NewestType { get; init; }

    /// <summary>When it happened.</summary>
    [JsonPropertyName("newestAt")]
    public DateTimeOffset? NewestAt { get; init; }

    /// <summary>When the first one arrived.</summary>
    [JsonPropertyName("firstArrivedAt")]
    public DateTimeOffset FirstArrivedAt { get; init; }

    /// <summary>When the last one arrived.</summary>
    [JsonPropertyName("lastArrivedAt")]
    public DateTimeOffset LastArrivedAt { get; init; }
}
