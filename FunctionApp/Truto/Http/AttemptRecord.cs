using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Truto.Http;

/// <summary>What <see cref="AttemptHandler"/> learned while one request was sent, perhaps several times.</summary>
internal sealed class AttemptRecord
{
    /// <summary>Where a request carries its record.</summary>
    public static readonly HttpRequestOptionsKey<AttemptRecord> Key = new("FuseDeskFlows.AttemptRecord");

    /// <summary>The tool that is called; null for a request that is none, and that costs no quota.</summary>
    public string? Tool { get; init; }

    public int Sent { get; set; }

    /// <summary>Whether the last response's body was too large to be read.</summary>
    public bool IsTooLarge { get; set; }

    /// <summary>The quota by the last response's headers.</summary>
    public RateLimitStatus? Quota { get; set; }

    /// <summary>How long the last response asked to be left alone; null if it did not say.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>The limit that the last response told of.</summary>
    public RateLimitRejection? RateLimit { get; set; }
}
