namespace FuseDeskFlows.RateLimiting;

/// <summary>Whose quota a 429 is about.</summary>
public enum RateLimitScope
{
    /// <summary>FuseDesk's hourly quota, passed through by Truto.</summary>
    FuseDesk = 0,

    /// <summary>Truto's own limit on calls in ten seconds.</summary>
    Truto,

    /// <summary>The language model's limit.</summary>
    Model,
}
