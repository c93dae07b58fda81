using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Writes;

/// <summary>What all renderings of a write say in the same words.</summary>
internal static class WriteWords
{
    public static string Heading(WriteReport report) => $"{report.Action ?? report.Tool}: {Outcome(report.Outcome)}";

    public static string Change(WriteChange change) =>
        $"{Field(change.Field)}: {change.Now ?? "nothing"} → {change.Then ?? "nothing"}"
            + (change.After is { } after ? $" (read back: {after})" : "");

    /// <summary>A field by the name that a person knows; one that nobody knows as the account calls it.</summary>
    public static string Field(string name) => name switch
    {
        "rep" => "Rep",
        "status" => "Status",
        "department" => "Department",
        "summary" => "Title",
        "details" => "First message",
        "tags" => "Tags",
        "snoozedUntil" => "Hidden until",
        "archived" => "Archived",
        "messages" => "Messages, notes and calls",
        "note" => "Note",
        "mail" => "Mail to the customer",
        _ => name,
    };

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
