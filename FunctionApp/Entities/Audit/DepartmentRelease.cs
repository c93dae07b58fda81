namespace FuseDeskFlows.Entities.Audit;

/// <summary>A run gives a department back.</summary>
public sealed record DepartmentRelease
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The chats that it reported; null if it could not tell, so that the last report's stand.</summary>
    public IReadOnlyList<ReportedChat>? Reported { get; init; }

    /// <summary>What to list of its report; null if it has none.</summary>
    public AuditIndexEntry? Entry { get; init; }
}
