using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>The words that all renderings of an escalation report use.</summary>
internal static class AuditWords
{
    /// <summary>For instance <c>3 chats wait for an answer, 2 critical</c>.</summary>
    public static string Headline(AuditReport report)
    {
        // Only a department whose chats were read has a sum.
        var isPartial = report.Totals.ByDepartment.Count is > 0 and var read
            && (read < report.Departments.Count || ReportText.MayLack(report.Problems));
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

    public static IEnumerable<string> ReportFacts(AuditReport report)
    {
        foreach (var department in report.Departments)
        {
            yield return department.DisplayName;
        }

        yield return ReportText.Time(report.CheckedAt);
        if (report.Chats.Select(chat => chat.Rep?.ActiveAsOf).FirstOrDefault(at => at is not null) is { } asOf)
        {
            yield return $"reps as of {ReportText.Time(asOf)}";
        }
    }

    /// <summary>Client and title, as far as they are known.</summary>
    public static string ChatTitle(EscalatedChat chat) => (chat.Client, chat.Title) switch
    {
        ({ } client, { } title) => $"{client}, {title}",
        var (client, title) => client ?? title ?? $"Chat {chat.ChatId}",
    };

    /// <summary>How long, how urgent, whom to chase, new or known.</summary>
    public static IEnumerable<string> ChatFacts(EscalatedChat chat)
    {
        yield return ReportText.WaitingTime(chat.WaitingMinutes);
        yield return SeverityName(chat.Severity);
        yield return AssignedRep(chat.Rep);
        if (chat.ReportedSince is { } first)
        {
            var change = chat.Repeated ? "unchanged" : "the customer has written again";
            yield return $"reported before, {change}, first at {ReportText.Time(first)}";
        }
    }

    public static string SeverityName(Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.Warning => "warning",
        _ => "notice",
    };

    /// <summary>The name and, where it matters, the state.</summary>
    public static string AssignedRep(EscalatedChatRep? rep) => rep switch
    {
        null => "assigned to nobody",
        { Active: null, ActiveAsOf: not null } => $"rep {rep.Id}, who is not among the reps",
        { Active: false } => $"{rep.Name ?? $"rep {rep.Id}"} (disabled: somebody else must answer)",
        _ => rep.Name ?? $"rep {rep.Id}",
    };

    public static string HowResolved(ResolvedChat chat) => chat.How == ChatResolution.Answered
        ? "answered" + (chat.AnsweredAt is { } at ? $" at {ReportText.Time(at)}" : "")
        : "not among the active chats any more";

    public static string RepLine(RepTotal total) =>
        $"{(total.Rep is null ? "Nobody" : AssignedRep(total.Rep))}: {total.Waiting} waiting, {total.Critical} critical" +
        (total.LongestMinutes is { } longest ? $", the longest {ReportText.WaitingTime(longest)}" : "");

    public static string DepartmentLine(DepartmentTotal total) =>
        $"{total.Department.DisplayName}: {ReportText.Count(total.Active, "active chat")}, " +
        $"{total.Waiting} waiting, {total.Critical} critical";
}
