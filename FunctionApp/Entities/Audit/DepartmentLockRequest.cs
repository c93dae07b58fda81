using System.Text.Json.Serialization;

namespace FuseDeskFlows.Entities.Audit;

/// <summary>A run asks for a department.</summary>
public sealed record DepartmentLockRequest
{
    /// <summary>The instance id of the run that asks.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>The department's name.</summary>
    [JsonPropertyName("department")]
    public required string Department { get; init; }

    /// <summary>When it asks.</summary>
    [JsonPropertyName("at")]
    public required DateTimeOffset At { get; init; }

    /// <summary>A run that held the department and is known to have ended; null if none is known.</summary>
    [JsonPropertyName("replacesRunId")]
    public string? ReplacesRunId { get; init; }
}
