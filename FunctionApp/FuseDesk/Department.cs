using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.FuseDesk;

/// <summary>A department of the helpdesk.</summary>
public sealed record Department
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public required DepartmentId Id { get; init; }

    /// <summary>The name that people use.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>True if every rep belongs to it.</summary>
    [JsonPropertyName("allReps")]
    public bool AllReps { get; init; }

    /// <summary>The user ids of its reps.</summary>
    [JsonPropertyName("repIds")]
    public IReadOnlyList<RepId> RepIds { get; init; } = [];
}
