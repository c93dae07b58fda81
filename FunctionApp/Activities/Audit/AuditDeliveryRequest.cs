using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Audit;

/// <summary>What to post. Where to is a setting, since a webhook's address is a secret.</summary>
public sealed record AuditDeliveryRequest
{
    /// <summary>What is posted, as JSON.</summary>
    [JsonPropertyName("body")]
    public required string Body { get; init; }
}
