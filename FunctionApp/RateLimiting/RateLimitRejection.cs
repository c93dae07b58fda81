using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>An exhausted quota: until when to wait, and which shared rate limiter reserves calls for then.</summary>
public sealed record RateLimitRejection
{
    /// <summary>Whose quota it is.</summary>
    [JsonPropertyName("scope")]
    public RateLimitScope Scope { get; init; }

    /// <summary>The scope's stored name, as metrics, logs and the limiters' keys name it.</summary>
    internal string Owner => Scope switch
    {
        RateLimitScope.Truto => "truto",
        RateLimitScope.Model => "model",
        _ => "fusedesk",
    };

    /// <summary>
    /// When the next call may be made, on our clock: the present window's end, unless it is a pause. Null if nobody knows, and the limiter
    /// must back off on its own.
    /// </summary>
    [JsonPropertyName("retryAt")]
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>
    /// True if <see cref="RetryAt"/> tells nothing of a window: the next call may be made then, and nothing is known of others.
    /// </summary>
    [JsonPropertyName("isPause")]
    public bool IsPause { get; init; }

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

    /// <summary>What was learned of the windows of a server that does not tell when they end; null if it tells.</summary>
    [JsonPropertyName("learned")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LearnedWindow? Learned { get; init; }
}
