using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Audit;

/// <summary>What became of a report that was posted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WebhookPostStatus>))]
public enum WebhookPostStatus
{
    /// <summary>Nothing tells whether it arrived.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>It arrived.</summary>
    [JsonStringEnumMemberName("delivered")]
    Delivered,

    /// <summary>It did not arrive, and may do so later.</summary>
    [JsonStringEnumMemberName("later")]
    Later,

    /// <summary>It was not taken, and will not be.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}
