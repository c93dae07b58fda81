using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>The right to calls in one window, as a shared rate limiter reserved it. Each call made by that right carries it.</summary>
public sealed record Lease
{
    /// <summary>Whose quota it is a part of.</summary>
    [JsonPropertyName("scope")]
    public RateLimitScope Scope { get; init; }

    /// <summary>The end of the window that it belongs to; after it the lease is worth nothing.</summary>
    [JsonPropertyName("expiresAt")]
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Until when calls without a lease must reserve first, so that nobody takes what is reserved for those who waited.</summary>
    [JsonPropertyName("waitersFirstUntil")]
    public DateTimeOffset WaitersFirstUntil { get; init; }
}
