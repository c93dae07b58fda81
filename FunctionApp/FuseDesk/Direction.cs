using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk;

/// <summary>Which way a message went.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Direction>))]
public enum Direction
{
    /// <summary>Nothing tells.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>From the customer to the team.</summary>
    [JsonStringEnumMemberName("inbound")]
    Inbound,

    /// <summary>From the team to the customer.</summary>
    [JsonStringEnumMemberName("outbound")]
    Outbound,

    /// <summary>Inside the team, or by the system.</summary>
    [JsonStringEnumMemberName("internal")]
    Internal,
}
