using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Audit;

/// <summary>One attempt to post a report.</summary>
public sealed record PostAuditInput
{
    /// <summary>The run that delivers.</summary>
    [JsonPropertyName("deliveryId")]
    public required string DeliveryId { get; init; }

    /// <summary>The attempt's number, from 1.</summary>
    [JsonPropertyName("attempt")]
    public required int Attempt { get; init; }

    /// <summary>The JSON to post.</summary>
    [JsonPropertyName("body")]
    public required string Body { get; init; }
}
