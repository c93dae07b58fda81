using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Activities.Agent.Answers;

/// <summary>What a cite stands for.</summary>
/// <param name="Evidence">The cite, and where it was read.</param>
/// <param name="Lines">Its lines: several pieces of one long item, or all lines of a list that is cited as a whole.</param>
internal sealed record CitedLine(AgentEvidence Evidence, IReadOnlyList<StoredLine> Lines);
