using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>What came of sending a write.</summary>
internal sealed record SendResult
{
    /// <summary>Set if it was not sent, since the target is not as it was proposed on: a person must be asked again.</summary>
    public WriteTarget? Changed { get; init; }

    public WriteOutcome Outcome { get; init; }

    /// <summary>The target as it was read after the write; null if it was not.</summary>
    public WriteTarget? After { get; init; }

    /// <summary>The fields that are not as the write asked for.</summary>
    public IReadOnlyList<RequestedChange> Misses { get; init; } = [];

    public string? CreatedId { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? WrittenAt { get; init; }

    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];
}
