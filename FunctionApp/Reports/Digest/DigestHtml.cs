using System.Globalization;
using FuseDeskFlows.FuseDesk.Turns;
using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Digest;

/// <summary>A digest as an HTML page.</summary>
internal static class DigestHtml
{
    /// <summary>Renders a digest.</summary>
    /// <param name="report">The digest; every text in it may be hostile.</param>
    /// <returns>The page.</returns>
    public static string Render(DigestReport report)
    {
        var headline = DigestWords.Headline(report);
        var page = new HtmlContentBuilder();
        page.AppendFormat(CultureInfo.InvariantCulture,
            "<header>\n<p class=\"eyebrow\">Case digest</p>\n<h1>{0}</h1>\n<p class=\"soft\">{1}</p>\n<p class=\"soft\">{2}</p>\n</header>\n",
            headline, HtmlParts.Joined(DigestWords.Facts(report.Query)), HtmlParts.Joined(DigestWords.Facts(report.Totals)));
        HtmlParts.List(page, "Cases", "cases", report.Cases, Case);
        HtmlParts.Table(page, "By the rep who answered last", ["Rep", "Cases", "Waiting again"], report.Totals.ByRep.Select(total => new[]
        {
            total.Name ?? $"rep {total.Id}", $"{total.Cases}", $"{total.WaitingForTeam}",
        }));
        HtmlParts.Problems(page, report.Problems);
        page.AppendFormat(CultureInfo.InvariantCulture, "<footer>{0}</footer>\n", ReportText.Cost(report.Usage));
        return HtmlPage.Of(headline, page);
    }

    private static void Case(HtmlContentBuilder item, DigestEntry entry) => item.AppendFormat(CultureInfo.InvariantCulture,
        "<span class=\"badge {0}\">{1}</span> <strong>{2}</strong><span class=\"soft\">{3}</span>{4}",
        entry.Problem is not null ? "critical" : entry.Waiting?.On == WaitingOn.Team ? "warning" : "notice",
        HtmlParts.Text(entry.Problem is null ? DigestWords.Turn(entry) : "not read"),
        HtmlParts.Text(DigestWords.Name(entry)),
        HtmlParts.Joined([$"case {entry.Id}", entry.Status ?? "status unknown", entry.OpenedAt is { } opened ? $"opened {DigestWords.Moment(opened)}" : "opening unknown", $"answered last: {DigestWords.Rep(entry)}"]),
        HtmlParts.Text(DigestWords.Line(entry)));
}
