using FuseDeskFlows.Orchestrations.Writes.Words;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>Reports of writes, by how far they came.</summary>
internal static class WriteReportBuilder
{
    /// <summary>Of one that was never proposed.</summary>
    public static WriteReport Refused(string tool, params IReadOnlyList<ReportProblem> problems) =>
        new() { Tool = tool, Problems = problems };

    /// <summary>Of one that was not sent.</summary>
    public static WriteReport Of(ProposedWrite proposed, WriteOutcome outcome, params IReadOnlyList<ReportProblem> problems) => new()
    {
        Outcome = outcome,
        Tool = proposed.Plan.Tool,
        Target = proposed.Plan.Target,
        Action = proposed.Action,
        Arguments = proposed.Plan.Arguments,
        Hash = proposed.Proposal.Hash,
        Changes = proposed.Proposal.Changes,
        Problems = problems,
    };

    /// <summary>Of one that was sent, and what was read back.</summary>
    public static WriteReport Of(ProposedWrite proposed, SendResult sent)
    {
        var report = Of(proposed, sent.Outcome, sent.Problems);
        var changes = sent.After is { } after ? proposed.Names.WithAfter(report.Changes, after) : report.Changes;
        return report with
        {
            Changes = changes,
            CreatedId = sent.CreatedId,
            Attempts = sent.Attempts,
            WrittenAt = sent.WrittenAt,
            Problems =
            [
                .. sent.Misses.Select(miss => changes.First(change => string.Equals(change.Field, miss.Field, StringComparison.Ordinal)))
                    .Select(WriteProblems.Difference),
                .. sent.Problems,
            ],
        };
    }
}
