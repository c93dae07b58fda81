using FuseDeskFlows.Reports.Pages.Runs;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Reports.Pages.Today;

/// <summary>What a support manager looks at first.</summary>
public sealed record TodayModel
{
    /// <summary>The present moment.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The chats in which a customer waits by the departments' newest audits, the longest wait first.</summary>
    public IReadOnlyList<WaitingChat> Chats { get; init; } = [];

    /// <summary>When the oldest of those audits looked; null if there is none.</summary>
    public DateTimeOffset? ChatsAsOf { get; init; }

    /// <summary>The cases in which a customer waits by what was read of them in the last day, the longest wait first.</summary>
    public IReadOnlyList<WaitingCase> Cases { get; init; } = [];

    /// <summary>True if more was read in the last day than is looked through here.</summary>
    public bool MoreCases { get; init; }

    /// <summary>The writes that wait for a person, the one whose time is over first coming first.</summary>
    public IReadOnlyList<WriteProposal> Approvals { get; init; } = [];

    /// <summary>The runs that go on, the newest first.</summary>
    public IReadOnlyList<RunLine> Running { get; init; } = [];

    /// <summary>The runs that failed within a day, the newest first.</summary>
    public IReadOnlyList<RunLine> Failed { get; init; } = [];
}
