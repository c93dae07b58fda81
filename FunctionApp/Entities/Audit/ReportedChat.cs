using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Entities.Audit;

/// <summary>What the next audit needs to know of a chat that was reported.</summary>
public sealed record ReportedChat
{
    /// <summary>The chat's id.</summary>
    [JsonPropertyName("chatId")]
    public required ChatId ChatId { get; init; }

    /// <summary>The customer's name.</summary>
    [JsonPropertyName("client")]
    public string? Client { get; init; }

    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>Since when the customer waited.</summary>
    [JsonPropertyName("waitingSince")]
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>When anybody wrote last.</summary>
    [JsonPropertyName("lastMessageAt")]
    public DateTimeOffset? LastMessageAt { get; init; }

    /// <summary>When this wait was reported first.</summary>
    [JsonPropertyName("reportedSince")]
    public required DateTimeOffset ReportedSince { get; init; }
}
