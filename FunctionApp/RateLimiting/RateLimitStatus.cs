using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>The provider's quota as Truto's <c>ratelimit-*</c> response headers tell it. Each part may be missing.</summary>
public sealed record RateLimitStatus
{
    /// <summary>Calls in one window (<c>ratelimit-limit</c>).</summary>
    [JsonPropertyName("limit")]
    public int? Limit { get; init; }

    /// <summary>Calls left in the window (<c>ratelimit-remaining</c>).</summary>
    [JsonPropertyName("remaining")]
    public int? Remaining { get; init; }

    /// <summary>When the window ends, on our clock: the response's time plus <c>ratelimit-reset</c> in seconds.</summary>
    [JsonPropertyName("resetAt")]
    public DateTimeOffset? ResetAt { get; init; }
}
