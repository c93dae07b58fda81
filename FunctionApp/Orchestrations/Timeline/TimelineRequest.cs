using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Runs;

namespace FuseDeskFlows.Orchestrations.Timeline;

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

    /// <summary>The run that started this one as a child; null if it was started by itself.</summary>
    [JsonPropertyName("parent")]
    public ParentRun? Parent { get; init; }

    /// <summary>True if exactly one of the three is set, and not to a blank.</summary>
    [JsonIgnore]
    internal bool NamesOneThing =>
        new[] { Email, Search, ContactId?.Value }.OfType<string>().ToList() is [var only] && !string.IsNullOrWhiteSpace(only);
}
