using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Runs;

namespace FuseDeskFlows.Orchestrations.Chats;

/// <summary>Which chat to summarise.</summary>
public sealed record ChatSummaryInput
{
    /// <summary>The chat's id.</summary>
    [JsonPropertyName("chatId")]
    public required ChatId ChatId { get; init; }

    /// <summary>The run that started this one as a child; null if it was started by itself.</summary>
    [JsonPropertyName("parent")]
    public ParentRun? Parent { get; init; }
}
