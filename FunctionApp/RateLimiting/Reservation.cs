using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>
/// The right to some calls in one window, as a shared rate limiter gives it to a run that was rejected. Each call made by that right
/// carries it.
/// </summary>
public sealed record Reservation
{
    /// <summary>Whose quota it is a part of.</summary>
    [JsonPropertyName("scope")]
    public RateLimitScope Scope { get; init; }

    /// <summary>When the run may go on.</summary>
    [JsonPropertyName("startsAt")]
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>The end of the window that it belongs to; after it the reservation is worth nothing.</summary>
    [JsonPropertyName("expiresAt")]
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>
    /// Until when calls without a reservation must reserve first, so that nobody takes what is kept for those who waited.
    /// </summary>
    [JsonPropertyName("waitersFirstUntil")]
    public DateTimeOffset WaitersFirstUntil { get; init; }

    /// <summary>How many calls may still be made by it; 0 if the run is <see cref="OutOfQuota"/>.</summary>
    [JsonPropertyName("permits")]
    public int Permits { get; init; }

    /// <summary>How many other waiting runs are served before.</summary>
    [JsonPropertyName("waitersAhead")]
    public int WaitersAhead { get; init; }

    /// <summary>Some of those, by their ids, which may have ended without telling: whoever is behind them finds out.</summary>
    [JsonPropertyName("mayHaveEnded")]
    public IReadOnlyList<string> MayHaveEnded { get; init; } = [];

    /// <summary>Set if <see cref="StartsAt"/> is later than the run may wait: nothing was reserved.</summary>
    [JsonPropertyName("outOfQuota")]
    public OutOfQuota? OutOfQuota { get; init; }

    /// <summary>What other processes learned of the windows of a server that does not tell when they end; null if it tells.</summary>
    [JsonPropertyName("learned")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LearnedWindow? Learned { get; init; }
}
