using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>The waiting chats of one rep.</summary>
public sealed record RepTotal
{
    /// <summary>The rep; null for chats that are assigned to nobody.</summary>
    [JsonPropertyName("rep")]
    public EscalatedChatRep? Rep { get; init; }

    /// <summary>How many chats wait.</summary>
    [JsonPropertyName("waiting")]
    public required int Waiting { get; init; }

    /// <summary>How many of them are critical.</summary>
    [JsonPropertyName("critical")]
    public required int Critical { get; init; }

    /// <summary>The longest wait, in whole minutes.</summary>
    [JsonPropertyName("longestMinutes")]
    public int? LongestMinutes { get; init; }
}
