using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Digest;

/// <summary>A digest as an HTML page.</summary>
internal static class DigestHtml
{
    public static string Render(DigestReport report)
    {
        var headline = DigestWords.Headline(report);
        var page = new HtmlContentBuilder();
        page.AppendHtml("<header>\n<p class=\"eyebrow\">Case digest</p>\n");
        page.MarkupLine($"<h1>{headline}</h1>");
        page.MarkupLine($"""<p class="soft">{HtmlParts.Joined(DigestWords.QueryFacts(report.Query))}</p>""");
        page.MarkupLine($"""<p class="soft">{HtmlParts.Joined(DigestWords.TotalsFacts(report.Totals))}</p>""");
        page.AppendHtml("</header>\n");
        HtmlParts.List(page, "Cases", "cases", report.Cases, Case);
        HtmlParts.Table(page, "By the rep who answered last", ["Rep", "Cases", "Waiting again"], report.Totals.ByRep.Select(total => new[]
        {
            total.Name ?? $"rep {total.Id}", $"{total.Cases}", $"{total.WaitingForTeam}",
        }));
        HtmlParts.Problems(page, report.Problems);
        HtmlParts.Cost(page, report.Usage);
        return HtmlPage.Render(headline, page);
    }

    private static void Case(HtmlContentBuilder item, DigestEntry entry)
    {
        var level = entry.Problem is not null ? "critical" : entry.Waiting?.On == WaitingOn.Team ? "warning" : "notice";
        var state = entry.Problem is null ? DigestWords.WhoWaits(entry) : "not read";
        item.Markup($"""<span class="badge {level}">{HtmlParts.OneLine(state)}</span> """);
        item.Markup($"<strong>{HtmlParts.OneLine(DigestWords.Title(entry))}</strong>");
        item.Markup($"""<span class="soft">{HtmlParts.Joined(DigestWords.EntryFacts(entry))}</span>""");
        item.Append(HtmlParts.OneLine(DigestWords.Line(entry)));
    }
}
