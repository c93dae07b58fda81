using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Entities.Directory;

/// <summary>What is kept of an account's reps and departments.</summary>
public sealed record AccountDirectoryState
{
    /// <summary>The id of the connected account, so that nothing is left of one that was connected before.</summary>
    [JsonPropertyName("account")]
    public string Account { get; init; } = "";

    /// <summary>The reps.</summary>
    [JsonPropertyName("reps")]
    public DirectoryList<Rep> Reps { get; init; } = new();

    /// <summary>The departments.</summary>
    [JsonPropertyName("departments")]
    public DirectoryList<Department> Departments { get; init; } = new();

    /// <summary>Reps that were asked for and are not among <see cref="Reps"/>.</summary>
    [JsonPropertyName("missingReps")]
    public IReadOnlyList<RepId> MissingReps { get; init; } = [];

    /// <summary>Departments that were asked for and are not among <see cref="Departments"/>.</summary>
    [JsonPropertyName("missingDepartments")]
    public IReadOnlyList<DepartmentId> MissingDepartments { get; init; } = [];

    /// <summary>The run that reads the lists now; null if none does.</summary>
    [JsonPropertyName("refresherRunId")]
    public string? RefresherRunId { get; init; }

    /// <summary>Since when it does.</summary>
    [JsonPropertyName("refreshingSince")]
    public DateTimeOffset? RefreshingSince { get; init; }
}
