using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Reports.Shared;

/// <summary>The customer of a report.</summary>
public sealed record ReportCustomer
{
    /// <summary>The id in FuseDesk.</summary>
    [JsonPropertyName("contactId")]
    public ContactId? ContactId { get; init; }

    /// <summary>The id in the CRM.</summary>
    [JsonPropertyName("crmId")]
    public CrmId? CrmId { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The email address.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }
}
