namespace FuseDeskFlows.RateLimiting.Settings;

/// <summary>What one flow does differently about quotas: configuration section <c>Truto:Flows:{flow}</c>.</summary>
public sealed class FlowRateLimitOptions
{
    /// <summary>See <see cref="RateLimitOptions.InteractiveHeadroom"/>.</summary>
    public double? InteractiveHeadroom { get; set; }

    /// <summary>See <see cref="RateLimitOptions.MaxQuotaWait"/>.</summary>
    public TimeSpan? MaxQuotaWait { get; set; }
}
