using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.FuseDesk;

/// <summary>What both a list of cases and a single case tell. Dates are absent where FuseDesk says <c>false</c> or nothing.</summary>
public abstract record CaseHeader
{
    /// <summary>The case's id.</summary>
    [JsonPropertyName("id")]
    public required CaseId Id { get; init; }

    /// <summary>The public number, such as <c>ABCD1234</c>.</summary>
    [JsonPropertyName("number")]
    public string? Number { get; init; }

    /// <summary>The status.</summary>
    [JsonPropertyName("status")]
    public CaseStatus Status { get; init; }

    /// <summary>The title, usually the first mail's subject.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    /// <summary>The contact in FuseDesk, where the case names one.</summary>
    [JsonPropertyName("contactId")]
    public ContactId? ContactId { get; init; }

    /// <summary>The contact in the CRM, where the case names one.</summary>
    [JsonPropertyName("crmId")]
    public CrmId? CrmId { get; init; }

    /// <summary>The rep to whom the case is assigned.</summary>
    [JsonPropertyName("repId")]
    public RepId? RepId { get; init; }

    /// <summary>The department that owns the case.</summary>
    [JsonPropertyName("departmentId")]
    public DepartmentId? DepartmentId { get; init; }

    /// <summary>When the case was opened.</summary>
    [JsonPropertyName("openedAt")]
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When anything of the case changed last.</summary>
    [JsonPropertyName("updatedAt")]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the team answered last.</summary>
    [JsonPropertyName("lastResponseAt")]
    public DateTimeOffset? LastResponseAt { get; init; }

    /// <summary>When the case was closed.</summary>
    [JsonPropertyName("closedAt")]
    public DateTimeOffset? ClosedAt { get; init; }
}
