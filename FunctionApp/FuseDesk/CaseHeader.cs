using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.FuseDesk;

/// <summary>What both a list of cases and a single case tell. Dates are absent where FuseDesk says <c>false</c> or nothing.</summary>
public abstract record CaseHeader
{
    /// <summary>The case's id.</summary>
    public required CaseId Id { get; init; }

    /// <summary>The public number, such as <c>ABCD1234</c>.</summary>
    public string? Number { get; init; }

    /// <summary>The status.</summary>
    public CaseStatus Status { get; init; }

    /// <summary>The title, usually the first mail's subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The contact in FuseDesk, where the case names one.</summary>
    public ContactId? ContactId { get; init; }

    /// <summary>The contact in the CRM, where the case names one.</summary>
    public CrmId? CrmId { get; init; }

    /// <summary>The rep to whom the case is assigned.</summary>
    public RepId? RepId { get; init; }

    /// <summary>The department that owns the case.</summary>
    public DepartmentId? DepartmentId { get; init; }

    /// <summary>When the case was opened.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When anything of the case changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the team answered last.</summary>
    public DateTimeOffset? LastResponseAt { get; init; }

    /// <summary>When the case was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
