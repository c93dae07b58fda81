using FuseDeskFlows.Reports.Runs;

namespace FuseDeskFlows.Reports.Pages.Runs;

/// <summary>A run in one of the console's lists.</summary>
/// <param name="Run">The run.</param>
/// <param name="Subject">What it is about, as who started it said; null if nothing tells.</param>
public sealed record RunLine(RunListItem Run, string? Subject)
{
    /// <summary>Why it failed; null if it did not, or the list does not tell.</summary>
    public RunError? Error { get; init; }

    /// <summary>Whether it is a write that waits for a person's decision.</summary>
    public bool IsToBeDecided { get; init; }
}
