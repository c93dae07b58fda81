using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Input of the case search. What is null does not narrow it.</summary>
public sealed record ListCasesInput
{
    /// <summary>Only cases of this contact.</summary>
    [JsonPropertyName("contactId")]
    public ContactId? ContactId { get; init; }

    /// <summary>Only cases of the contact with this number in the CRM.</summary>
    [JsonPropertyName("crmId")]
    public CrmId? CrmId { get; init; }

    /// <summary>Only cases of this status.</summary>
    [JsonPropertyName("status")]
    public CaseStatus? Status { get; init; }

    /// <summary>Only cases opened at or after this moment.</summary>
    [JsonPropertyName("openedAfter")]
    public DateTimeOffset? OpenedAfter { get; init; }

    /// <summary>Only cases opened before this moment.</summary>
    [JsonPropertyName("openedBefore")]
    public DateTimeOffset? OpenedBefore { get; init; }

    /// <summary>The page to read; null for the first.</summary>
    [JsonPropertyName("cursor")]
    public string? Cursor { get; init; }
}
