namespace FuseDeskFlows.TrutoSandbox.Data.Model;

/// <summary>A live chat.</summary>
internal sealed class Chat
{
    /// <summary>Id, which is text.</summary>
    public required string Id { get; init; }

    public required string Title { get; set; }

    /// <summary>Name that the client gave.</summary>
    public required string ClientName { get; set; }

    /// <summary>FuseDesk's id of the client, if she is a contact.</summary>
    public string? ContactUuid { get; set; }

    /// <summary>The CRM's id of the client.</summary>
    public int? CrmId { get; init; }

    public int DepartmentId { get; set; }

    /// <summary>User id of the assigned rep.</summary>
    public int? RepId { get; set; }

    /// <summary>Case that it belongs to.</summary>
    public int? CaseId { get; set; }

    /// <summary>Over.</summary>
    public bool Archived { get; set; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? Closed { get; set; }

    /// <summary>What <c>lastMessageSender</c> says: mostly a name, now and then a role or nothing.</summary>
    public string? LastSender { get; init; }

    /// <summary>Messages, oldest first; never empty.</summary>
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>Client messages since the last answer.</summary>
    public int Unseen => Archived ? 0 : Messages.Reverse().TakeWhile(message => message.RepId is null).Count();
}
