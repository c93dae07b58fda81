using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>An active chat, and what an audit found out about it.</summary>
internal sealed record AuditedChat
{
    /// <summary>The department whose list has the chat.</summary>
    public required AuditedDepartment Department { get; init; }

    public required ChatListItem Listed { get; init; }

    /// <summary>Whose turn it is; null if nothing tells yet.</summary>
    public Waiting? Waiting { get; init; }

    /// <summary>The chat with its messages, once it was read.</summary>
    public Chat? Chat { get; init; }

    public ChatIssue? Issue { get; init; }

    /// <summary>The newest that is known of the chat.</summary>
    public ChatHeader Header => Chat ?? (ChatHeader)Listed;

    public bool CustomerWaits => Waiting?.On == WaitingOn.Team;
}
