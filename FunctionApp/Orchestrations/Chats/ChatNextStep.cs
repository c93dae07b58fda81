using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Reports.Chats;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Chats;

/// <summary>What the rep who takes a chat over has to do, derived from what the report knows.</summary>
internal static class ChatNextStep
{
    private static readonly string NotFound = ProblemTypes.Refused(ToolErrorKind.NotFound);

    /// <returns>One or two sentences; null if nothing can be suggested.</returns>
    public static string? For(ChatSummaryReport report) => report switch
    {
        { Chat: null } when report.Problems.Any(problem => string.Equals(problem.Type, NotFound, StringComparison.Ordinal)) =>
            "Look up the chat's id: FuseDesk has no chat of this id, or it was deleted.",
        { Chat: null } => ReportText.WasRefused(report.Problems) ? "Remove the problem named below, then start again." : null,
        { Waiting.On: WaitingOn.Team } => ForTeam(report),
        { Waiting: { On: WaitingOn.Customer, Since: var since } } =>
            $"Wait for the customer, whose turn it is{(since is { } at ? $" since {ReportText.Time(at)}" : "")}.{Promise(report)}",
        { Waiting: { } waiting } when ReportText.OnlyThanks(waiting) =>
            "Nothing is to be answered: the customer's last message only thanks."
            + (report.Chat.Ended ? "" : " Close the chat if nothing else is open."),
        { Waiting.On: WaitingOn.Nobody, OpenQuestion: { } left } =>
            $"The chat has ended, but message {left.HistoryItem} of the customer was not answered: write to the customer.",
        { Waiting.On: WaitingOn.Nobody } => "Nothing is due: the chat has ended.",
        _ => null,
    };

    private static string ForTeam(ChatSummaryReport report)
    {
        var task = report.OpenQuestion is { } asked ? $"answer {Messages([asked.HistoryItem, .. report.AlsoAsked])} of the customer"
            : "answer the customer";
        var department = report.Chat?.Department is { } known ? $" of {known.DisplayName}" : "";
        var who = report.Rep switch
        {
            null => $"The chat is assigned to nobody: assign it to an active rep{department}, and {task}.",
            { Active: false, Alternative: { } colleague } rep =>
                $"{Name(rep)}, to whom the chat is assigned, is disabled: "
                + $"reassign it to {colleague.Name ?? "rep"} (rep {colleague.Id}), and {task}.",
            { Active: false } rep =>
                $"{Name(rep)}, to whom the chat is assigned, is disabled: reassign it to an active rep{department}, and {task}.",
            _ => $"{char.ToUpperInvariant(task[0])}{task[1..]}.",
        };
        return who + Promise(report);
    }

    // Only what was promised last can still be open; whether it is, who takes over must see.
    private static string Promise(ChatSummaryReport report) => report.Promised is [.., var last]
        ? $" See whether what was promised in message {last.HistoryItem} was done."
        : "";

    private static string Messages(IEnumerable<int> numbers) => numbers.Order().ToList() switch
    {
        [var one] => $"message {one}",
        [.. var most, var last] => $"messages {string.Join(", ", most)} and {last}",
        _ => "",
    };

    private static string Name(ReportRep rep) => rep.Name ?? $"rep {rep.Id}";
}
