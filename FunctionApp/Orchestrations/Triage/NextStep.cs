using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Triage;

namespace FuseDeskFlows.Orchestrations.Triage;

/// <summary>What to do next, derived from what a report knows.</summary>
internal static class NextStep
{
    /// <returns>One or two sentences; null if nothing can be suggested.</returns>
    public static string? For(TriageReport report) => report switch
    {
        { Case: null } or { Waiting: null } => WithoutCase(report),
        { Waiting.On: WaitingOn.Team } => ForTeam(report),
        { Waiting.On: WaitingOn.Customer } => ForCustomer(report),
        { Waiting: { } waiting } when ReportText.OnlyThanks(waiting) =>
            $"Nothing is to be answered: the customer's last message{WrittenOn(waiting.Since)} only thanks."
            + (string.Equals(report.Case.Status, "closed", StringComparison.Ordinal) ? "" : " Close the case if nothing else is open."),
        { Waiting.On: WaitingOn.Nobody } => "Nothing is due: the case is closed.",
        _ => null,
    };

    private static string? WithoutCase(TriageReport report)
    {
        var types = report.Problems.Select(problem => problem.Type).ToHashSet(StringComparer.Ordinal);
        return types switch
        {
            _ when report.Candidates.Count > 0 => "Start again with the contactId of the candidate who is meant.",
            _ when types.Contains(ProblemTypes.NoContact) => "Check the spelling, or search by another name or address.",
            _ when types.Contains(ProblemTypes.NoCase) => "Nothing is due: this customer has no case.",
            _ when types.Contains(ProblemTypes.NoCaseListed) =>
                "Check the id, or start again with the customer's email: nothing is due if the contact is the right one.",
            _ when ReportText.WasRefused(report.Problems) => "Remove the problem named below, then start again.",
            _ => null,
        };
    }

    private static string ForTeam(TriageReport report)
    {
        var task = report.LastQuestion is { } asked
            ? $"answer the customer's message{WrittenOn(asked.At)} (history item {asked.HistoryItem})"
            : "answer the customer";
        return report.LastRep switch
        {
            null => $"Assign the case to an active rep{InDepartment(report)}, and {task}.",
            { Active: false, Alternative: { } colleague } =>
                $"{Name(report.LastRep)}, who answered last, is disabled: reassign the case to {Name(colleague)}, and {task}.",
            { Active: false } =>
                $"{Name(report.LastRep)}, who answered last, is disabled: "
                + $"reassign the case to an active rep{InDepartment(report)}, and {task}.",
            { } rep => $"Ask {Name(rep)}, who answered last, to {task}.",
        };
    }

    private static string ForCustomer(TriageReport report)
    {
        var wait = $"Wait for the customer, whose turn it is{WaitingSince(report.Waiting?.Since)}; send a reminder if no answer comes.";
        return report.LastRep switch
        {
            { Active: false, Alternative: { } colleague } =>
                $"{wait} Reassign the case to {Name(colleague)} meanwhile: {Name(report.LastRep)} is disabled.",
            { Active: false } =>
                $"{wait} Reassign the case to an active rep{InDepartment(report)} meanwhile: {Name(report.LastRep)} is disabled.",
            _ => wait,
        };
    }

    private static string Name(ReportRep rep) => rep.Name ?? $"rep {rep.Id}";

    private static string Name(ReportColleague colleague) => $"{colleague.Name ?? "rep"} (rep {colleague.Id})";

    private static string InDepartment(TriageReport report) =>
        report.Case?.Department is { } department ? $" of {department.DisplayName}" : "";

    private static string WrittenOn(DateTimeOffset? moment) => moment is { } at ? " of " + ReportText.Day(at) : "";

    private static string WaitingSince(DateTimeOffset? moment) => moment is { } at ? " since " + ReportText.Day(at) : "";
}
