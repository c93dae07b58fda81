using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Orchestrations.Writes.Words;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>A write as a person sees it, and what it stands on.</summary>
/// <param name="Plan">The write.</param>
/// <param name="Target">The target's state; null where it is new, or cannot be read.</param>
/// <param name="Names">How its values are said.</param>
/// <param name="Proposal">What a person sees.</param>
/// <param name="Refusal">Why it cannot be proposed; null if it can.</param>
internal sealed record ProposedWrite(WritePlan Plan, WriteTarget? Target, WriteNames Names, WriteProposal Proposal, ReportProblem? Refusal)
{
    /// <summary>What it does, without a text that it writes.</summary>
    public string Action => WriteActions.Of(Plan, Names);
}
