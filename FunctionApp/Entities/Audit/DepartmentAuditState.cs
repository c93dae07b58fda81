namespace FuseDeskFlows.Entities.Audit;

/// <summary>What is kept of a department's audits.</summary>
public sealed record DepartmentAuditState
{
    /// <summary>The department's name.</summary>
    public string Department { get; init; } = "";

    /// <summary>The run that audits the department; null if none does.</summary>
    public string? Holder { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>The chats of the last report.</summary>
    public IReadOnlyList<ReportedChat> Reported { get; init; } = [];

    /// <summary>The last audits, newest first.</summary>
    public IReadOnlyList<AuditIndexEntry> Audits { get; init; } = [];
}
