namespace FuseDeskFlows.Reports.Pages.Runs;

/// <summary>Something that a run did or waited for.</summary>
/// <param name="Name">The function, or what the time was spent on.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it ended, or will for a wait; null if it goes on.</param>
/// <param name="IsFailed">Whether it ended badly.</param>
public sealed record RunStep(string Name, RunStepKind Kind, DateTimeOffset Started, DateTimeOffset? Ended, bool IsFailed)
{
    /// <summary>What it does, for a person; null if only the function's name tells.</summary>
    public string? Title { get; init; }
}
