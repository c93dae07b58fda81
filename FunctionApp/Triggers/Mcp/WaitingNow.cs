using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Runs;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>Who and what waits, as far as it is known without asking FuseDesk.</summary>
public sealed record WaitingNow
{
    /// <summary>When live chats were audited last; null if no audit is at hand, so that nothing is known of chats.</summary>
    [JsonPropertyName("chatsCheckedAt")]
    public DateTimeOffset? ChatsCheckedAt { get; init; }

    /// <summary>The live chats in which a customer waited then, the longest wait first.</summary>
    [JsonPropertyName("chats")]
    public IReadOnlyList<EscalatedChat> Chats { get; init; } = [];

    /// <summary>The run of that audit.</summary>
    [JsonPropertyName("auditRunId")]
    public string? AuditRunId { get; init; }

    /// <summary>The runs that have not ended, with what they wait for: the first fifty.</summary>
    [JsonPropertyName("runs")]
    public IReadOnlyList<RunListItem> Runs { get; init; } = [];

    /// <summary>What to do for a newer answer.</summary>
    [JsonPropertyName("next")]
    public string? Next { get; init; }
}
