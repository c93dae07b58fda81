namespace FuseDeskFlows.RateLimiting;

/// <summary>The provider's quota as Truto's <c>ratelimit-*</c> response headers tell it. Each part may be missing.</summary>
public sealed record RateLimitStatus
{
    /// <summary>Calls in one window (<c>ratelimit-limit</c>).</summary>
    public int? Limit { get; init; }

    /// <summary>Calls left in the window (<c>ratelimit-remaining</c>).</summary>
    public int? Remaining { get; init; }

    /// <summary>When the window ends, on our clock: the response's time plus <c>ratelimit-reset</c> in seconds.</summary>
    public DateTimeOffset? ResetAt { get; init; }
}
