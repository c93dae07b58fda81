using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>A run's turn at a quota, as a ledger granted it. Each call made in the turn carries it.</summary>
public sealed record Lease
{
    /// <summary>Whose quota it is a turn at.</summary>
    [JsonPropertyName("owner")]
    public RateLimitScope Owner { get; init; }

    /// <summary>The end of the window that it belongs to; after it the slot is worth nothing.</summary>
    [JsonPropertyName("until")]
    public DateTimeOffset Until { get; init; }

    /// <summary>Until when calls without a slot must ask the ledger, so that nobody takes what was promised to those who waited.</summary>
    [JsonPropertyName("queueUntil")]
    public DateTimeOffset QueueUntil { get; init; }
}
