using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Language.Writing;

/// <summary>Asks for the summary of a case.</summary>
public sealed record CaseSummaryRequest : WritingRequest
{
    /// <summary>The case with its whole history.</summary>
    public required Case Case { get; init; }

    /// <summary>Notes on the parts of a long history.</summary>
    public IReadOnlyList<CaseSummary> Notes { get; init; } = [];

    /// <summary>The number of the first item that the notes do not replace.</summary>
    public int? WholeFrom { get; init; }
}
