using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Input of the chat list. What is null does not narrow it.</summary>
public sealed record ListChatsInput
{
    /// <summary>Only chats of this department.</summary>
    [JsonPropertyName("departmentId")]
    public DepartmentId? DepartmentId { get; init; }

    /// <summary>Only chats of this contact.</summary>
    [JsonPropertyName("contactId")]
    public ContactId? ContactId { get; init; }

    /// <summary>Only archived chats, or only those that are not.</summary>
    [JsonPropertyName("isArchived")]
    public bool? IsArchived { get; init; }

    /// <summary>The page to read; null for the first.</summary>
    [JsonPropertyName("cursor")]
    public string? Cursor { get; init; }
}
