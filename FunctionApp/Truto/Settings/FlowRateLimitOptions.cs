namespace FuseDeskFlows.Truto.Settings;

/// <summary>What one flow does differently about quotas: configuration section <c>Truto:Flows:{flow}</c>.</summary>
public sealed class FlowRateLimitOptions
{
    /// <summary>See <see cref="TrutoOptions.InteractiveHeadroom"/>.</summary>
    public double? InteractiveHeadroom { get; set; }

    /// <summary>See <see cref="TrutoOptions.MaxQuotaWait"/>.</summary>
    public TimeSpan? MaxQuotaWait { get; set; }
}
