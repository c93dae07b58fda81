using System.Globalization;
using FuseDeskFlows.FuseDesk.Turns;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Digest;

/// <summary>The words that all renderings of a digest use.</summary>
internal static class DigestWords
{
    /// <summary>The digest in one line.</summary>
    /// <param name="report">The digest.</param>
    /// <returns>For instance <c>12 cases, 5 wait for the team</c>.</returns>
    public static string Headline(DigestReport report) => report.Totals.Cases == 0
        ? report.Problems.Count > 0 ? "The cases could not be listed" : "No case matches"
        : $"{ReportText.Counted(report.Totals.Cases, "case")}, {report.Totals.WaitingForTeam} waiting for the team";

    /// <summary>Which cases were asked for.</summary>
    /// <param name="query">The query.</param>
    /// <returns>Status and days.</returns>
    public static IEnumerable<string> Facts(DigestQuery query)
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

    /// <summary>The sums.</summary>
    /// <param name="totals">The sums.</param>
    /// <returns>Those that say something.</returns>
    public static IEnumerable<string> Facts(DigestTotals totals)
    {
        yield return $"{totals.WaitingForTeam} waiting for the team";
        yield return $"{totals.WaitingForCustomer} waiting for the customer";
        yield return $"{totals.Unanswered} never answered";
        if (totals.Unread > 0)
        {
            yield return $"{totals.Unread} could not be read";
        }
    }

    /// <summary>The case's name.</summary>
    /// <param name="entry">The case.</param>
    /// <returns>The title, else the id.</returns>
    public static string Name(DigestEntry entry) => entry.Subject ?? $"Case {entry.Id}";

    /// <summary>How a case stands, short enough for a table.</summary>
    /// <param name="entry">The case.</param>
    /// <returns>Whose turn it is and since when.</returns>
    public static string Turn(DigestEntry entry) => entry.Waiting switch
    {
        null => "nothing tells who waits",
        { On: WaitingOn.Nobody } => "nobody waits",
        var waiting => (waiting.On == WaitingOn.Team ? "waits for the team" : "waits for the customer") + (waiting.Since is { } since ? $" since {Moment(since)}" : ""),
    };

    /// <summary>The case in one line, or why there is none.</summary>
    /// <param name="entry">The case.</param>
    /// <returns>The line.</returns>
    public static string Line(DigestEntry entry) => entry.Problem?.Detail ?? entry.Line?.Text ?? "Nobody has written anything.";

    /// <summary>The rep who answered last.</summary>
    /// <param name="entry">The case.</param>
    /// <returns>Her name.</returns>
    public static string Rep(DigestEntry entry) => entry.LastRep is { } rep ? rep.Name ?? $"rep {rep.Id}" : "nobody";

    /// <summary>A time, short.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>For instance <c>2 Mar, 14:05</c>.</returns>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
