using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>A live chat in which the customer waits.</summary>
public sealed record EscalatedChat
{
    /// <summary>The chat's id.</summary>
    [JsonPropertyName("chatId")]
    public required ChatId ChatId { get; init; }

    /// <summary>The customer's name as the chat shows it.</summary>
    [JsonPropertyName("client")]
    public string? Client { get; init; }

    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The department.</summary>
    [JsonPropertyName("department")]
    public required ReportDepartment Department { get; init; }

    /// <summary>The first message that nobody has answered; null if nothing tells.</summary>
    [JsonPropertyName("waitingSince")]
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>How long the customer has waited, in whole minutes.</summary>
    [JsonPropertyName("waitingMinutes")]
    public int? WaitingMinutes { get; init; }

    /// <summary>How urgent it is.</summary>
    [JsonPropertyName("severity")]
    public Severity Severity { get; init; }

    /// <summary>What tells that the customer waits.</summary>
    [JsonPropertyName("judgedBy")]
    public required WaitingJudgedBy JudgedBy { get; init; }

    /// <summary>What it is about; null if the messages could not be read.</summary>
    [JsonPropertyName("issue")]
    public ChatIssue? Issue { get; init; }

    /// <summary>The last messages, oldest first.</summary>
    [JsonPropertyName("lastMessages")]
    public IReadOnlyList<EscalatedChatMessage> LastMessages { get; init; } = [];

    /// <summary>The assigned rep; null if the chat is assigned to nobody.</summary>
    [JsonPropertyName("rep")]
    public EscalatedChatRep? Rep { get; init; }

    /// <summary>When this wait was reported first; null if it is new.</summary>
    [JsonPropertyName("reportedSince")]
    public DateTimeOffset? ReportedSince { get; init; }

    /// <summary>True if nothing has been written since the last report.</summary>
    [JsonPropertyName("repeated")]
    public bool Repeated { get; init; }

    /// <summary>When anybody wrote last.</summary>
    [JsonPropertyName("lastMessageAt")]
    public DateTimeOffset? LastMessageAt { get; init; }
}
