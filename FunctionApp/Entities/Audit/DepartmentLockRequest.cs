namespace FuseDeskFlows.Entities.Audit;

/// <summary>A run asks for a department.</summary>
public sealed record DepartmentLockRequest
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The department's name.</summary>
    public required string Department { get; init; }

    /// <summary>When it asks.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A run that held the department and is known to have ended; null if none is known.</summary>
    public string? InsteadOf { get; init; }
}
