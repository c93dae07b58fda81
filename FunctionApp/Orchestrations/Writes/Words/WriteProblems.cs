using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Orchestrations.Writes.Words;

/// <summary>Says what went wrong with a write, or has to be told with it. Texts of customers are not in it.</summary>
internal static class WriteProblems
{
    /// <summary>An agent asks for a write, and may not.</summary>
    public static ReportProblem NotAllowed() =>
        new() { Type = ProblemTypes.WritesNotAllowed, Detail = "Agents may not write: the setting Agent:AllowWrites is not true." };

    /// <summary>An argument cannot be meant.</summary>
    public static ReportProblem InvalidArgument(WriteFault fault) =>
        new() { Type = ProblemTypes.InvalidArguments, Detail = $"{fault.Field}: {fault.Fault}" };

    /// <summary>The target was another one, right before the write, than the approver had seen.</summary>
    /// <param name="approver">Who had approved.</param>
    /// <param name="fields">What was changed.</param>
    /// <param name="attempts">How often the write had been sent before that.</param>
    public static ReportProblem ChangedAfterApproval(WritePlan plan, string? approver, IEnumerable<string> fields, int attempts) => new()
    {
        Type = ProblemTypes.TargetChanged,
        Detail = $"{plan.Target} had changed after {approver} approved ({string.Join(", ", fields)}), "
            + (attempts == 0 ? "so nothing was sent and a person was asked again."
                : "so it was not sent again before a person was asked again."),
    };

    /// <summary>FuseDesk made something else of it.</summary>
    public static ReportProblem Difference(WriteChange change) => new()
    {
        Type = ProblemTypes.WrittenDifferently,
        Detail = change.Field is TargetFields.Rep
            ? $"The case was to go to {change.Then}, and FuseDesk gave it to {change.After ?? "nobody"}: "
                + "so it does where the rep does not belong to the department."
            : $"The {change.Field} was to be {Quoted(change.Field, change.Then)}, and is {Quoted(change.Field, change.After)}.",
    };

    /// <summary>The answer was lost, and nothing that can be read tells what became of the write.</summary>
    /// <param name="doubt">How the answer was lost.</param>
    /// <param name="isMissing">True if it was looked for and not found; false if nothing tells.</param>
    public static ReportProblem Unknown(WritePlan plan, string doubt, bool isMissing) => new()
    {
        Type = ProblemTypes.OutcomeUnknown,
        Detail = $"{plan.Tool} was sent, and its answer was lost ({doubt.TrimEnd('.')}). "
            + (isMissing ? "It was not found when it was read back, but it may still arrive. "
                : "Nothing that can be read tells whether it was carried out. ")
            + $"It is not sent again: look at {plan.Target} in FuseDesk.",
    };

    /// <summary>Somebody changed the target between the last look and the write.</summary>
    /// <param name="fields">What was changed.</param>
    public static ReportProblem ChangedAfterLastLook(WritePlan plan, IEnumerable<string> fields) => new()
    {
        Type = ProblemTypes.TargetChanged,
        Detail = $"The quota has too few calls in a window to look at {plan.Target} right before it is written. After the last look, "
            + $"somebody changed it too ({string.Join(", ", fields)}): see whether what was written still fits.",
    };

    /// <summary>Nothing but the answer says that it was written.</summary>
    public static ReportProblem NotVerified(string detail) => new() { Type = ProblemTypes.NotVerified, Detail = detail };

    /// <summary>A case was to be given to nobody who could take it.</summary>
    /// <param name="detail">Why the rep cannot, as a sentence.</param>
    public static ReportProblem InactiveRep(string detail) =>
        new() { Type = ProblemTypes.InactiveRep, Detail = $"{detail} Nothing was written: a case is given to active reps only." };

    // A title may be a customer's words.
    private static string Quoted(string field, string? value) => field is TargetFields.Summary ? "another one" : value ?? "nothing";
}
