using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Entities.Directory;

/// <summary>The lists as a run has read them for all.</summary>
public sealed record DirectoryRefresh
{
    /// <summary>The instance id of the run that has read them.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>The reps, or why they could not be read, with what was known before.</summary>
    [JsonPropertyName("reps")]
    public required DirectoryList<Rep> Reps { get; init; }

    /// <summary>The departments, or why they could not be read, with what was known before.</summary>
    [JsonPropertyName("departments")]
    public required DirectoryList<Department> Departments { get; init; }

    /// <summary>The reps whom it had to name.</summary>
    [JsonPropertyName("wantedReps")]
    public IReadOnlyList<RepId> WantedReps { get; init; } = [];

    /// <summary>The departments that it had to name.</summary>
    [JsonPropertyName("wantedDepartments")]
    public IReadOnlyList<DepartmentId> WantedDepartments { get; init; } = [];
}
