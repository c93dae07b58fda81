using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>What a run that was refused tells a <see cref="SharedRateLimiter"/>.</summary>
public sealed record ReservationRequest
{
    /// <summary>Whose quota it is.</summary>
    [JsonPropertyName("owner")]
    public RateLimitScope Owner { get; init; }

    /// <summary>The flow, for settings of its own.</summary>
    [JsonPropertyName("flow")]
    public string? Flow { get; init; }

    /// <summary>Whether the run leaves the headroom to interactive ones.</summary>
    [JsonPropertyName("batch")]
    public bool Batch { get; init; }

    /// <summary>How many calls the run foresees, from 1.</summary>
    [JsonPropertyName("calls")]
    public int Calls { get; init; } = 1;

    /// <summary>Calls in a window; null if no header told.</summary>
    [JsonPropertyName("limit")]
    public int? Limit { get; init; }

    /// <summary>The length of a window; null if none was seen to open.</summary>
    [JsonPropertyName("window")]
    public TimeSpan? Window { get; init; }

    /// <summary>When the present window ends; null if no header told.</summary>
    [JsonPropertyName("retryAt")]
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>True if the present window is not used up, but promised to others.</summary>
    [JsonPropertyName("queued")]
    public bool Queued { get; init; }

    /// <summary>How long the run has waited for quotas before.</summary>
    [JsonPropertyName("waited")]
    public TimeSpan Waited { get; init; }

    /// <summary>How long it may wait in all, where that is less than the settings say; null if it is not.</summary>
    [JsonPropertyName("maxWait")]
    public TimeSpan? MaxWait { get; init; }
}
