using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Orchestrations;

/// <summary>Whose timeline to read: exactly one of email, search and contactId.</summary>
public sealed record TimelineRequest
{
    /// <summary>The customer's email address, whole.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>A text to search contacts by.</summary>
    [JsonPropertyName("search")]
    public string? Search { get; init; }

    /// <summary>The contact's id in FuseDesk.</summary>
    [JsonPropertyName("contactId")]
    public ContactId? ContactId { get; init; }

    /// <summary>Beside the contact's id: the id in the CRM, if it is known already.</summary>
    [JsonPropertyName("crmId")]
    public CrmId? CrmId { get; init; }

    /// <summary>Beside the contact's id: the address, if it is known already.</summary>
    [JsonPropertyName("knownEmail")]
    public string? KnownEmail { get; init; }

    /// <summary>How many of the three are set.</summary>
    [JsonIgnore]
    internal int FieldsSet => (Email is null ? 0 : 1) + (Search is null ? 0 : 1) + (ContactId is null ? 0 : 1);
}
