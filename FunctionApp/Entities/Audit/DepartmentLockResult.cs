namespace FuseDeskFlows.Entities.Audit;

/// <summary>The answer to a run that asked for a department.</summary>
public sealed record DepartmentLockResult
{
    /// <summary>The run that holds the department now: the asking one, or the one that it must not disturb.</summary>
    public required string Holder { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The chats of the last report.</summary>
    public IReadOnlyList<ReportedChat> Reported { get; init; } = [];
}
