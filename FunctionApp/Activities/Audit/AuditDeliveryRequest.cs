namespace FuseDeskFlows.Activities.Audit;

/// <summary>What to post. Where to is a setting, since a webhook's address is a secret.</summary>
public sealed record AuditDeliveryRequest
{
    /// <summary>JSON.</summary>
    public required string Body { get; init; }
}
