namespace FuseDeskFlows.RateLimiting;

/// <summary>What came of a call that a used-up quota may have stopped.</summary>
public interface IRateLimitedOutcome
{
    /// <summary>Set when a quota was used up: wait, then call again.</summary>
    RateLimitRejection? RateLimit { get; }

    /// <summary>The ledger that gives turns; set together with <see cref="RateLimit"/>.</summary>
    LedgerNote? Ledger { get; }
}
