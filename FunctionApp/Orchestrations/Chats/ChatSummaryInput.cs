using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Orchestrations.Chats;

/// <summary>Which chat to summarise.</summary>
public sealed record ChatSummaryInput
{
    /// <summary>The chat's id.</summary>
    [JsonPropertyName("chatId")]
    public required ChatId ChatId { get; init; }
}
