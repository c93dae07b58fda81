using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Reports.Timeline;

/// <summary>One thing that was said or done.</summary>
public sealed record TimelineEntry
{
    /// <summary>When; null if nothing tells, then it stands behind the one that came before it.</summary>
    [JsonPropertyName("at")]
    public DateTimeOffset? At { get; init; }

    /// <summary><c>case</c>, <c>chat</c> or <c>email</c>.</summary>
    [JsonPropertyName("channel")]
    public required string Channel { get; init; }

    /// <summary>Which way it went.</summary>
    [JsonPropertyName("direction")]
    public Direction Direction { get; init; }

    /// <summary>Who, by name or address.</summary>
    [JsonPropertyName("author")]
    public string? Author { get; init; }

    /// <summary>The rep who did it.</summary>
    [JsonPropertyName("repId")]
    public RepId? RepId { get; init; }

    /// <summary>The title of the case or chat, or the mail's subject.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>What was newly written, shortened; null for a mail, whose text no tool reads.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>The case.</summary>
    [JsonPropertyName("caseId")]
    public CaseId? CaseId { get; init; }

    /// <summary>The chat.</summary>
    [JsonPropertyName("chatId")]
    public ChatId? ChatId { get; init; }

    /// <summary>The mail.</summary>
    [JsonPropertyName("emailId")]
    public EmailId? EmailId { get; init; }

    /// <summary>The number within the case's history or the chat.</summary>
    [JsonPropertyName("historyItem")]
    public int? HistoryItem { get; init; }
}
