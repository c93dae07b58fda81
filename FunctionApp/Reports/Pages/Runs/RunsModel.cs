namespace FuseDeskFlows.Reports.Pages.Runs;

/// <summary>A page of runs, the newest first.</summary>
public sealed record RunsModel
{
    /// <summary>The flows that may be chosen.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The statuses that may be chosen.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>The chosen flow; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>The chosen status; null for all.</summary>
    public string? Status { get; init; }

    /// <summary>The runs.</summary>
    public IReadOnlyList<RunLine> Runs { get; init; } = [];

    /// <summary>True if this is not the first page.</summary>
    public bool IsLater { get; init; }

    /// <summary>The query of the next page; null at the end.</summary>
    public string? Next { get; init; }

    /// <summary>What is wrong with the query; null if nothing is.</summary>
    public string? Fault { get; init; }
}
