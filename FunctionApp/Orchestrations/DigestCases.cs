using FuseDeskFlows.Reports;

namespace FuseDeskFlows.Orchestrations;

/// <summary>The cases that a digest found.</summary>
public sealed record DigestCases
{
    /// <summary>The cases, oldest first.</summary>
    public IReadOnlyList<DigestCase> Cases { get; init; } = [];

    /// <summary>Why there is no list; null if there is one.</summary>
    public ReportProblem? Problem { get; init; }

    /// <summary>What listing cost.</summary>
    public RunUsage Usage { get; init; } = new();
}
