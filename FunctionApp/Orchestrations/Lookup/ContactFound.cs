using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Lookup;

/// <summary>What a search for a contact came to.</summary>
internal sealed record ContactFound
{
    /// <summary>The contact; null if none was chosen.</summary>
    public ReportCustomer? Customer { get; init; }

    /// <summary>Those who may be meant.</summary>
    public IReadOnlyList<ReportCandidate> Candidates { get; init; } = [];

    /// <summary>Why none was chosen.</summary>
    public ReportProblem? Problem { get; init; }
}
