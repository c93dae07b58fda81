using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>Where a refused call finds its ledger, and what the ledger should know of the quota.</summary>
public sealed record LedgerNote
{
    /// <summary>The ledger's key: one for each account and owner of a quota.</summary>
    [JsonPropertyName("key")]
    public required string Key { get; init; }

    /// <summary>Calls in one window; null if no header has told.</summary>
    [JsonPropertyName("limit")]
    public int? Limit { get; init; }

    /// <summary>The length of a whole window; null as long as none was seen to open.</summary>
    [JsonPropertyName("window")]
    public TimeSpan? Window { get; init; }
}
