using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.FuseDesk;

/// <summary>A department of the helpdesk.</summary>
public sealed record Department
{
    /// <summary>The id.</summary>
    public required DepartmentId Id { get; init; }

    /// <summary>The name that people use.</summary>
    public string? Name { get; init; }

    /// <summary>True if every rep belongs to it.</summary>
    public bool AllReps { get; init; }

    /// <summary>The user ids of its reps.</summary>
    public IReadOnlyList<RepId> RepIds { get; init; } = [];
}
