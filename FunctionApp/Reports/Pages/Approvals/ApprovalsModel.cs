using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Reports.Pages.Approvals;

/// <summary>The writes that wait for a person.</summary>
public sealed record ApprovalsModel
{
    /// <summary>The writes, the one whose time is over first coming first.</summary>
    public IReadOnlyList<WriteProposal> Approvals { get; init; } = [];

    /// <summary>True if more runs go on than were looked through.</summary>
    public bool MayBeMore { get; init; }

    /// <summary>Who looks at them; where nobody signs in the name that was sent last, or nothing.</summary>
    public required string UserName { get; init; }

    /// <summary>Whether the platform knows her name; else she gives it herself.</summary>
    public bool IsSignedIn { get; init; }

    /// <summary>Whether she may decide.</summary>
    public bool MayApprove { get; init; }

    /// <summary>Why the last decision was not taken; null if there was none.</summary>
    public string? Fault { get; init; }
}
