using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Audit;

/// <summary>The settings that a run of the audit keeps to, as they were when it began.</summary>
public sealed record AuditSettings
{
    /// <summary>The names of the departments.</summary>
    [JsonPropertyName("departments")]
    public required IReadOnlyList<string> Departments { get; init; }

    /// <summary>From which waiting time on a chat is a warning.</summary>
    [JsonPropertyName("warningAfter")]
    public TimeSpan WarningAfter { get; init; }

    /// <summary>From which waiting time on a chat is critical.</summary>
    [JsonPropertyName("criticalAfter")]
    public TimeSpan CriticalAfter { get; init; }

    /// <summary>Whether reports are posted; where to stays out of the run.</summary>
    [JsonPropertyName("posts")]
    public bool Posts { get; init; }
}
