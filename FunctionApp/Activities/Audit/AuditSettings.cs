namespace FuseDeskFlows.Activities.Audit;

/// <summary>The settings that a run of the audit keeps to, as they were when it began.</summary>
public sealed record AuditSettings
{
    /// <summary>The names of the departments.</summary>
    public required IReadOnlyList<string> Departments { get; init; }

    /// <summary>From which waiting time on a chat is a warning.</summary>
    public TimeSpan WarningAfter { get; init; }

    /// <summary>From which waiting time on a chat is critical.</summary>
    public TimeSpan CriticalAfter { get; init; }

    /// <summary>Whether reports are posted; where to stays out of the run.</summary>
    public bool Posts { get; init; }
}
