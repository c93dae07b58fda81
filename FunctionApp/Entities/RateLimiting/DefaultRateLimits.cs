using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>What a quota usually is, for as long as no header has told.</summary>
/// <param name="Limit">Calls in a window.</param>
/// <param name="Length">The length of a window.</param>
internal sealed record DefaultRateLimits(int Limit, TimeSpan Length)
{
    /// <summary>The longest that a ledger waits on a guess.</summary>
    public static readonly TimeSpan MaxGuess = TimeSpan.FromMinutes(5);

    /// <summary>By how much a told reset may be rounded up.</summary>
    public TimeSpan Rounding { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The usual quota of an owner.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <returns>FuseDesk's and Truto's as documented; of a model, a cautious guess.</returns>
    public static DefaultRateLimits Of(RateLimitScope owner) => owner switch
    {
        RateLimitScope.Truto => new(50, TimeSpan.FromSeconds(10)),
        RateLimitScope.Model => new(60, TimeSpan.FromMinutes(1)),
        _ => new(1800, TimeSpan.FromHours(1)),
    };
}
