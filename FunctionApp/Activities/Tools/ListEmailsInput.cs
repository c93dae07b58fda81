using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Input of the email search. What is null does not narrow it.</summary>
public sealed record ListEmailsInput
{
    /// <summary>Only mails from this address.</summary>
    [JsonPropertyName("from")]
    public string? From { get; init; }

    /// <summary>Only mails of this contact.</summary>
    [JsonPropertyName("contactId")]
    public ContactId? ContactId { get; init; }

    /// <summary>The page to read; null for the first.</summary>
    [JsonPropertyName("cursor")]
    public string? Cursor { get; init; }
}
