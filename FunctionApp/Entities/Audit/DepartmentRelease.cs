using System.Text.Json.Serialization;

namespace FuseDeskFlows.Entities.Audit;

/// <summary>A run gives a department back.</summary>
public sealed record DepartmentRelease
{
    /// <summary>The instance id of the run that held the department.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>The chats that it reported; null if it could not tell, so that the last report's stand.</summary>
    [JsonPropertyName("reportedChats")]
    public IReadOnlyList<ReportedChat>? ReportedChats { get; init; }

    /// <summary>What to list of its report; null if it has none.</summary>
    [JsonPropertyName("entry")]
    public AuditIndexEntry? Entry { get; init; }
}
