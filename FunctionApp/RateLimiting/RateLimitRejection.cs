using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>An exhausted quota: until when to wait, and which shared rate limiter reserves calls for then.</summary>
public sealed record RateLimitRejection
{
    /// <summary>Whose quota it is.</summary>
    [JsonPropertyName("scope")]
    public RateLimitScope Scope { get; init; }

    /// <summary>When the present window ends, on our clock; null if no header told, and the limiter must back off on its own.</summary>
    [JsonPropertyName("retryAt")]
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>True if calls remain, but are reserved for others: the shared limiter knows whether one is left, perhaps now.</summary>
    [JsonPropertyName("reservedForOthers")]
    public bool ReservedForOthers { get; init; }

    /// <summary>The shared rate limiter's key: one for each account or model and scope. Whoever makes the call's outcome adds it.</summary>
    [JsonPropertyName("limiterKey")]
    public string LimiterKey { get; init; } = "";

    /// <summary>Calls in one window; null if no header has told.</summary>
    [JsonPropertyName("limit")]
    public int? Limit { get; init; }

    /// <summary>The length of a whole window; null as long as none was seen to open.</summary>
    [JsonPropertyName("window")]
    public TimeSpan? Window { get; init; }
}
