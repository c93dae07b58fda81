using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Timeline;

/// <summary>What came of reading a channel.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChannelState>))]
public enum ChannelState
{
    /// <summary>Everything was read.</summary>
    [JsonStringEnumMemberName("read")]
    Read = 0,

    /// <summary>There is nothing in it.</summary>
    [JsonStringEnumMemberName("empty")]
    Empty,

    /// <summary>Some of it could not be read.</summary>
    [JsonStringEnumMemberName("partly")]
    Partly,

    /// <summary>Nothing of it could be read.</summary>
    [JsonStringEnumMemberName("unreadable")]
    Unreadable,
}
