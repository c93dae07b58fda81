using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>A used-up quota, and until when to wait.</summary>
public sealed record RateLimitRejection
{
    /// <summary>When to call again, on our clock; null if no header told, and the caller must back off on its own.</summary>
    [JsonPropertyName("retryAt")]
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whose quota it is.</summary>
    [JsonPropertyName("owner")]
    public RateLimitScope Owner { get; init; }

    /// <summary>True if calls remain, but others were promised them: the ledger knows whether there is one left, perhaps at once.</summary>
    [JsonPropertyName("queued")]
    public bool Queued { get; init; }
}
