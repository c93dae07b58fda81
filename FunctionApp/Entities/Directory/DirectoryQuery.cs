using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Entities.Directory;

/// <summary>What a run wants to know of reps and departments.</summary>
public sealed record DirectoryQuery
{
    /// <summary>The instance id of the run that asks.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>When it asks.</summary>
    [JsonPropertyName("at")]
    public required DateTimeOffset At { get; init; }

    /// <summary>When it asked first: a list that was read after that tells for certain who is not on it.</summary>
    [JsonPropertyName("askedFirstAt")]
    public required DateTimeOffset AskedFirstAt { get; init; }

    /// <summary>The reps that it has to name.</summary>
    [JsonPropertyName("reps")]
    public IReadOnlyList<RepId> Reps { get; init; } = [];

    /// <summary>The departments that it has to name; their reps come with them.</summary>
    [JsonPropertyName("departments")]
    public IReadOnlyList<DepartmentId> Departments { get; init; } = [];

    /// <summary>True if it wants all reps and departments.</summary>
    [JsonPropertyName("everything")]
    public bool Everything { get; init; }

    /// <summary>True if it makes do with what is there, however old.</summary>
    [JsonPropertyName("asItIs")]
    public bool AsItIs { get; init; }

    /// <summary>A run that reads the lists, as far as the entity knows, and has ended; null if none is known to have.</summary>
    [JsonPropertyName("replacesRunId")]
    public string? ReplacesRunId { get; init; }
}
