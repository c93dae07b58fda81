using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Digest;

/// <summary>The words that all renderings of a digest use.</summary>
internal static class DigestWords
{
    /// <summary>For instance <c>12 cases, 5 wait for the team</c>.</summary>
    public static string Headline(DigestReport report) => report.Totals.Cases == 0
        ? report.Problems.Count > 0 ? "The cases could not be listed" : "No case matches"
        : $"{ReportText.Count(report.Totals.Cases, "case")}, {report.Totals.WaitingForTeam} waiting for the team";

    public static IEnumerable<string> QueryFacts(DigestQuery query)
    {
        yield return query.Status is { } status ? $"status {status}" : "all statuses";
        if (query.OpenedFrom is { } from)
        {
            yield return $"opened from {ReportText.Time(from)}";
        }

        if (query.OpenedBefore is { } before)
        {
            yield return $"opened before {ReportText.Time(before)}";
        }

        if (query is not { OpenedFrom: null, OpenedBefore: null })
        {
            yield return $"days of {query.TimeZone}";
        }
    }

    public static IEnumerable<string> TotalsFacts(DigestTotals totals)
    {
        yield return $"{totals.WaitingForTeam} waiting for the team";
        yield return $"{totals.WaitingForCustomer} waiting for the customer";
        yield return $"{totals.Unanswered} never answered";
        if (totals.Unread > 0)
        {
            yield return $"{totals.Unread} could not be read";
        }
    }

    /// <summary>The title, else the id.</summary>
    public static string Title(DigestEntry entry) => entry.Subject ?? $"Case {entry.Id}";

    public static string WhoWaits(DigestEntry entry) => entry.Waiting switch
    {
        null => "nothing tells who waits",
        { } waiting when ReportText.OnlyThanks(waiting) => "nobody waits: the customer's last message only thanks",
        { On: WaitingOn.Nobody } => "nobody waits",
        var waiting => (waiting.On == WaitingOn.Team ? "waits for the team" : "waits for the customer")
            + (waiting.Since is { } since ? $" since {ReportText.ShortTime(since)}" : ""),
    };

    /// <summary>What the case is, beside its title and who waits.</summary>
    public static IEnumerable<string> EntryFacts(DigestEntry entry)
    {
        yield return $"case {entry.Id}";
        yield return entry.Status ?? "status unknown";
        yield return entry.OpenedAt is { } opened ? $"opened {ReportText.ShortTime(opened)}" : "opening unknown";
        yield return $"answered last: {LastRep(entry)}";
    }

    /// <summary>The case in one line, or why there is none.</summary>
    public static string Line(DigestEntry entry) => entry.Problem?.Detail ?? entry.Line?.Text ?? "Nobody has written anything.";

    /// <summary>Who answered last, and that she is disabled if she is known to be.</summary>
    public static string LastRep(DigestEntry entry) => entry.LastRep switch
    {
        null => entry.HasGaps ? "not known" : "nobody",
        { Active: false } rep => $"{Name(rep)} ({ReportText.RepState(rep)})",
        var rep => Name(rep),
    };

    private static string Name(ReportRep rep) => rep.Name ?? $"rep {rep.Id}";
}
