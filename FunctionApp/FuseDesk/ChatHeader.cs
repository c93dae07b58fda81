using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.FuseDesk;

/// <summary>What both a list of live chats and a single chat tell.</summary>
public abstract record ChatHeader
{
    /// <summary>The chat's id.</summary>
    public required ChatId Id { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The customer's name as the chat shows it.</summary>
    public string? ClientName { get; init; }

    /// <summary>The contact in FuseDesk, where the chat names one.</summary>
    public ContactId? ContactId { get; init; }

    /// <summary>The contact in the CRM, where the chat names one.</summary>
    public CrmId? CrmId { get; init; }

    /// <summary>The case that the chat belongs to.</summary>
    public CaseId? CaseId { get; init; }

    /// <summary>The department that owns the chat.</summary>
    public DepartmentId? DepartmentId { get; init; }

    /// <summary>The rep to whom the chat is assigned.</summary>
    public RepId? RepId { get; init; }

    /// <summary>The last message's sender, by name or role: FuseDesk does not say which.</summary>
    public string? LastMessageSender { get; init; }

    /// <summary>How many messages the team has not seen.</summary>
    public long Unseen { get; init; }

    /// <summary>True once the chat is put away.</summary>
    public bool IsArchived { get; init; }

    /// <summary>When the chat began.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When anybody wrote last.</summary>
    public DateTimeOffset? LastMessageAt { get; init; }

    /// <summary>When the customer wrote last.</summary>
    public DateTimeOffset? LastReceivedAt { get; init; }

    /// <summary>When the team answered last.</summary>
    public DateTimeOffset? LastResponseAt { get; init; }

    /// <summary>When the chat was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
