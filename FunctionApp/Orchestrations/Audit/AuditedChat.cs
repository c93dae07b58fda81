using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Turns;
using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>An active chat, and what an audit found out about it.</summary>
internal sealed record AuditedChat
{
    /// <summary>The department's scan that listed it.</summary>
    public required AuditedDepartment Scan { get; init; }

    /// <summary>The chat as it was listed.</summary>
    public required ChatListItem Listed { get; init; }

    /// <summary>Whose turn it is; null if nothing tells yet.</summary>
    public Waiting? Turn { get; init; }

    /// <summary>The chat with its messages, once it was read.</summary>
    public Chat? Chat { get; init; }

    /// <summary>What it is about.</summary>
    public ChatIssue? Issue { get; init; }

    /// <summary>The newest that is known of the chat.</summary>
    public ChatHeader Header => Chat ?? (ChatHeader)Listed;

    /// <summary>True if the customer waits.</summary>
    public bool Waits => Turn?.On == WaitingOn.Team;
}
