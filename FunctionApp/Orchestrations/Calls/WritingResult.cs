using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Calls;

/// <summary>A text as a flow gets it once every wait and every second attempt is over.</summary>
/// <param name="Text">The text, by the model or without it; null if there was nothing to write about.</param>
/// <param name="Problems">Why the model did not write it, or not from everything.</param>
internal sealed record WritingResult(GeneratedText? Text, IReadOnlyList<ReportProblem> Problems);
