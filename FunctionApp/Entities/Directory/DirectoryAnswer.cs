using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Entities.Directory;

/// <summary>What the directory knows of what a run asked for.</summary>
public sealed record DirectoryAnswer
{
    /// <summary>
    /// Null if this may be used. Else the run that has to read the lists first: the asking one itself, or one to wait for.
    /// </summary>
    [JsonPropertyName("refresherRunId")]
    public string? RefresherRunId { get; init; }

    /// <summary>The reps that were asked for, and those of the departments that were.</summary>
    [JsonPropertyName("reps")]
    public DirectoryList<Rep> Reps { get; init; } = new();

    /// <summary>The departments that were asked for.</summary>
    [JsonPropertyName("departments")]
    public DirectoryList<Department> Departments { get; init; } = new();
}
