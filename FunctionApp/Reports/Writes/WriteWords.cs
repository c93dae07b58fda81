using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Writes;

/// <summary>What all renderings of a write say in the same words.</summary>
internal static class WriteWords
{
    public static string Heading(WriteReport report) => $"{report.Tool}: {Outcome(report.Outcome)}";

    public static string Change(WriteChange change) =>
        $"{change.Field}: {change.Now ?? "nothing"} → {change.Then ?? "nothing"}"
            + (change.After is { } after ? $" (read back: {after})" : "");

    public static string Decision(ReportApproval decision) =>
        (decision.By is { } by ? $"{(decision.Approved ? "approved" : "rejected")} by {by}" : "rejected by the deadline")
        + $" on {ReportText.Time(decision.At)}"
        + (decision.EditedHash is null ? "" : ", with changed arguments")
        + (decision.Reason is { } reason ? $": {reason}" : "");

    private static string Outcome(WriteOutcome outcome) => outcome switch
    {
        WriteOutcome.Written => "written",
        WriteOutcome.WrittenDifferently => "written, but not as it was asked for",
        WriteOutcome.AlreadySo => "not sent, it is so already",
        WriteOutcome.Rejected => "rejected",
        WriteOutcome.Expired => "not decided in time",
        WriteOutcome.Stopped => "stopped with its run",
        WriteOutcome.Unknown => "unknown whether it was written",
        _ => "refused",
    };
}
