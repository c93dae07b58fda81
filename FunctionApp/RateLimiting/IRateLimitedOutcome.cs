namespace FuseDeskFlows.RateLimiting;

/// <summary>What came of a call that an exhausted quota may have stopped.</summary>
public interface IRateLimitedOutcome
{
    /// <summary>Set when a quota was exhausted: wait, then call again.</summary>
    RateLimitRejection? RateLimit { get; }
}
