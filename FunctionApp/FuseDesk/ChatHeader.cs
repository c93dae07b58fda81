using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.FuseDesk;

/// <summary>What both a list of live chats and a single chat tell.</summary>
public abstract record ChatHeader
{
    /// <summary>The chat's id.</summary>
    [JsonPropertyName("id")]
    public required ChatId Id { get; init; }

    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The customer's name as the chat shows it.</summary>
    [JsonPropertyName("clientName")]
    public string? ClientName { get; init; }

    /// <summary>The contact in FuseDesk, where the chat names one.</summary>
    [JsonPropertyName("contactId")]
    public ContactId? ContactId { get; init; }

    /// <summary>The contact in the CRM, where the chat names one.</summary>
    [JsonPropertyName("crmId")]
    public CrmId? CrmId { get; init; }

    /// <summary>The case that the chat belongs to.</summary>
    [JsonPropertyName("caseId")]
    public CaseId? CaseId { get; init; }

    /// <summary>The department that owns the chat.</summary>
    [JsonPropertyName("departmentId")]
    public DepartmentId? DepartmentId { get; init; }

    /// <summary>The rep to whom the chat is assigned.</summary>
    [JsonPropertyName("repId")]
    public RepId? RepId { get; init; }

    /// <summary>The last message's sender, by name or role: FuseDesk does not say which.</summary>
    [JsonPropertyName("lastMessageSender")]
    public string? LastMessageSender { get; init; }

    /// <summary>How many messages the team has not seen.</summary>
    [JsonPropertyName("unseen")]
    public long Unseen { get; init; }

    /// <summary>True once the chat is put away.</summary>
    [JsonPropertyName("isArchived")]
    public bool IsArchived { get; init; }

    /// <summary>When the chat began.</summary>
    [JsonPropertyName("createdAt")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When anybody wrote last.</summary>
    [JsonPropertyName("lastMessageAt")]
    public DateTimeOffset? LastMessageAt { get; init; }

    /// <summary>When the customer wrote last.</summary>
    [JsonPropertyName("lastReceivedAt")]
    public DateTimeOffset? LastReceivedAt { get; init; }

    /// <summary>When the team answered last.</summary>
    [JsonPropertyName("lastResponseAt")]
    public DateTimeOffset? LastResponseAt { get; init; }

    /// <summary>When the chat was closed.</summary>
    [JsonPropertyName("closedAt")]
    public DateTimeOffset? ClosedAt { get; init; }
}
