using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.FuseDesk;

/// <summary>A customer as the helpdesk knows her.</summary>
public sealed record Contact
{
    /// <summary>The id in FuseDesk.</summary>
    [JsonPropertyName("id")]
    public required ContactId Id { get; init; }

    /// <summary>The id in the CRM, if the contact is linked to one.</summary>
    [JsonPropertyName("crmId")]
    public CrmId? CrmId { get; init; }

    /// <summary>The first name.</summary>
    [JsonPropertyName("firstName")]
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    [JsonPropertyName("lastName")]
    public string? LastName { get; init; }

    /// <summary>The main email address.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>First and last name, as far as they are known; null if neither is.</summary>
    [JsonIgnore]
    public string? Name
    {
        get
        {
            var parts = new[] { FirstName, LastName }.Where(part => !string.IsNullOrWhiteSpace(part)).ToList();
            return parts.Count > 0 ? string.Join(' ', parts) : null;
        }
    }
}
