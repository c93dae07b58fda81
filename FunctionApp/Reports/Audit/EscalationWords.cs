using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>The words that all renderings of an escalation report use.</summary>
internal static class EscalationWords
{
    /// <summary>The report in one line.</summary>
    /// <param name="report">The report.</param>
    /// <returns>For instance <c>3 chats wait for an answer, 2 critical</c>.</returns>
    public static string Headline(EscalationReport report)
    {
        // Only a department whose chats were read has a sum.
        var isPartial = report.Totals.ByDepartment.Count is > 0 and var read && read < report.Departments.Count;
        var critical = report.Chats.Count(chat => chat.Severity == Severity.Critical);
        return report.Chats.Count switch
        {
            0 when report.Departments.Count == 0 => "Nothing was audited",
            0 when report.Totals.ByDepartment.Count == 0 => "The chats could not be read",
            0 => "No chat waits for an answer",
            1 => "1 chat waits for an answer",
            var count => $"{count} chats wait for an answer",
        } + (critical > 0 ? $", {critical} critical" : "") + (isPartial ? ", as far as the chats could be read" : "");
    }

    /// <summary>What was audited and when.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The departments and the time.</returns>
    public static IEnumerable<string> Facts(EscalationReport report)
    {
        foreach (var department in report.Departments)
        {
            yield return Name(department);
        }

        yield return ReportText.Time(report.CheckedAt);
    }

    /// <summary>The client and the title of a chat.</summary>
    /// <param name="chat">The chat.</param>
    /// <returns>Both, as far as they are known.</returns>
    public static string Name(EscalationChat chat) => (chat.Client, chat.Title) switch
    {
        ({ } client, { } title) => $"{client}, {title}",
        var (client, title) => client ?? title ?? $"Chat {chat.ChatId}",
    };

    /// <summary>How a chat stands.</summary>
    /// <param name="chat">The chat.</param>
    /// <returns>How long, how urgent, whom to chase, new or known.</returns>
    public static IEnumerable<string> Facts(EscalationChat chat)
    {
        yield return Waited(chat.WaitingMinutes);
        yield return Level(chat.Severity);
        yield return Rep(chat.Rep);
        if (chat.ReportedSince is { } first)
        {
            yield return $"{(chat.Repeated ? "reported before, unchanged" : "reported before, the customer has written again")}, first at {ReportText.Time(first)}";
        }
    }

    /// <summary>A waiting time.</summary>
    /// <param name="minutes">Whole minutes; null if unknown.</param>
    /// <returns>For instance <c>waits 1 h 5 min</c>.</returns>
    public static string Waited(int? minutes) => minutes switch
    {
        null => "waits, nothing tells since when",
        < 60 => $"waits {minutes} min",
        < 24 * 60 => $"waits {minutes / 60} h {minutes % 60} min",
        _ => $"waits {minutes / (24 * 60)} d {minutes / 60 % 24} h",
    };

    /// <summary>How urgent.</summary>
    /// <param name="severity">The severity.</param>
    /// <returns>A word.</returns>
    public static string Level(Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.Warning => "warning",
        _ => "notice",
    };

    /// <summary>Whom to chase.</summary>
    /// <param name="rep">The assigned rep.</param>
    /// <returns>The name and, where it matters, the state.</returns>
    public static string Rep(EscalationRep? rep) => rep switch
    {
        null => "assigned to nobody",
        { Name: null, Active: null } => $"rep {rep.Id}, who is not among the reps",
        { Active: false } => $"{rep.Name ?? $"rep {rep.Id}"} (disabled: somebody else must answer)",
        _ => rep.Name ?? $"rep {rep.Id}",
    };

    /// <summary>How a chat was resolved.</summary>
    /// <param name="chat">The chat.</param>
    /// <returns>A few words.</returns>
    public static string How(ResolvedChat chat) => chat.How is "answered"
        ? "answered" + (chat.AnsweredAt is { } at ? $" at {ReportText.Time(at)}" : "")
        : "not among the active chats any more";

    /// <summary>A rep's sum.</summary>
    /// <param name="total">The sum.</param>
    /// <returns>A line.</returns>
    public static string Total(RepTotal total) =>
        $"{(total.Rep is null ? "Nobody" : Rep(total.Rep))}: {total.Waiting} waiting, {total.Critical} critical" +
        (total.LongestMinutes is { } longest ? $", the longest {Waited(longest)}" : "");

    /// <summary>A department's sum.</summary>
    /// <param name="total">The sum.</param>
    /// <returns>A line.</returns>
    public static string Total(DepartmentTotal total) =>
        $"{Name(total.Department)}: {ReportText.Counted(total.Active, "active chat")}, {total.Waiting} waiting, {total.Critical} critical";

    /// <summary>A department's name.</summary>
    /// <param name="department">The department.</param>
    /// <returns>The name, else the id.</returns>
    public static string Name(ReportDepartment department) => department.Name ?? $"department {department.Id}";

    /// <summary>What a judgement rests on.</summary>
    /// <param name="chat">The chat.</param>
    /// <returns>A few words.</returns>
    public static string Basis(EscalationChat chat) => ReportText.Basis(new() { On = FuseDesk.Turns.WaitingOn.Team, JudgedBy = chat.JudgedBy });
}
