using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>What a quota usually is, for as long as no header has told.</summary>
internal sealed record DefaultRateLimits(int Limit, TimeSpan WindowLength)
{
    /// <summary>The longest that a shared limiter backs off without knowing.</summary>
    public static readonly TimeSpan MaxBackOff = TimeSpan.FromMinutes(5);

    /// <summary>By how much a told reset may be rounded up.</summary>
    public static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    /// <summary>FuseDesk's and Truto's as documented; of a model, a cautious guess.</summary>
    public static DefaultRateLimits Of(RateLimitScope scope) => scope switch
    {
        RateLimitScope.Truto => new(50, TimeSpan.FromSeconds(10)),
        RateLimitScope.Model => new(60, TimeSpan.FromMinutes(1)),
        _ => new(1800, TimeSpan.FromHours(1)),
    };
}
