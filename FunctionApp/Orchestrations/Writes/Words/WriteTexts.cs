using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Orchestrations.Writes.Words;

/// <summary>Says in sentences what became of a write. Texts of customers are not in them.</summary>
internal static class WriteTexts
{
    /// <summary>One to three sentences.</summary>
    public static string Text(WriteReport report)
    {
        var what = report.Action ?? (report.Target is { } target ? $"{report.Tool} for {target}" : report.Tool);
        var why = string.Join(' ', report.Problems.Select(problem => problem.Detail));
        var sentence = report.Outcome switch
        {
            WriteOutcome.Written => $"{what}: this was written{By(report)}.",
            WriteOutcome.WrittenDifferently => $"{what}: this was written{By(report)}, but not as it was asked for.",
            WriteOutcome.AlreadySo => $"{what}: this was not sent, since everything is so already.",
            WriteOutcome.Rejected => $"{what}: this was rejected{By(report)}. Nothing was changed.",
            WriteOutcome.Expired => $"{what}: nobody decided on this in time, so it was rejected. Nothing was changed.",
            WriteOutcome.Stopped => $"{what}: this was not sent, since the run that had proposed it had ended. Nothing was changed.",
            WriteOutcome.Unknown => $"{what}: nothing tells whether this was written.",
            _ => $"{what}: this was refused. Nothing was changed.",
        };
        return why.Length > 0 ? $"{sentence} {why}" : sentence;
    }

    private static string By(WriteReport report) => report.Approval is { By: { } by } approval
        ? $", {(approval.Approved ? "approved" : "decided")} by {by} on {ReportText.Time(approval.At)}"
            + (approval.EditedArguments is null ? "" : ", who had changed the arguments")
        : "";
}
