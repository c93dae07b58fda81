using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>What one attempt at a write came to: exactly one of them is set.</summary>
internal sealed record WriteAttemptResult
{
    /// <summary>It was sent; this is what its answer tells.</summary>
    public WriteAnswer? Answer { get; init; }

    /// <summary>It was not sent: the target is not as it was proposed on, but so.</summary>
    public WriteTarget? Changed { get; init; }

    /// <summary>It was not sent: the target is as it was to be.</summary>
    public WriteTarget? Found { get; init; }

    /// <summary>It was not sent: a check forbids it.</summary>
    public ReportProblem? Refusal { get; init; }

    /// <summary>It was not sent: the run that had proposed it has ended.</summary>
    public bool IsStopped { get; init; }
}
