using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Timeline;

/// <summary>What came of one channel of a timeline.</summary>
public sealed record TimelineChannel
{
    /// <summary><c>cases</c>, <c>chats</c> or <c>emails</c>.</summary>
    [JsonPropertyName("channel")]
    public required string Channel { get; init; }

    /// <summary>What came of reading it.</summary>
    [JsonPropertyName("state")]
    public required ChannelState State { get; init; }

    /// <summary>How many cases, chats or emails there are.</summary>
    [JsonPropertyName("found")]
    public int Found { get; init; }

    /// <summary>How many entries they gave.</summary>
    [JsonPropertyName("entries")]
    public int Entries { get; init; }
}
