using System.Globalization;
using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Timeline;

/// <summary>A timeline as an HTML page: a drawing of all channels, then what was said.</summary>
internal static class TimelineHtml
{
    /// <summary>Renders a timeline.</summary>
    /// <param name="report">The timeline; every text in it may be hostile.</param>
    /// <returns>The page.</returns>
    public static string Render(TimelineReport report)
    {
        var headline = TimelineWords.Headline(report);
        var page = new HtmlContentBuilder();
        page.AppendFormat(CultureInfo.InvariantCulture, "<header>\n<p class=\"eyebrow\">Contact timeline</p>\n<h1>{0}</h1>\n<p class=\"soft\">{1}</p>\n</header>\n",
            HtmlParts.Text(headline), report.Customer is { } customer ? HtmlParts.Joined(ReportText.Facts(customer)) : "");
        HtmlParts.Candidates(page, report.Candidates);
        Append(page, report);
        HtmlParts.Problems(page, report.Problems);
        page.AppendFormat(CultureInfo.InvariantCulture, "<footer>{0}</footer>\n", ReportText.Cost(report.Usage));
        return HtmlPage.Of(headline, page);
    }

    /// <summary>Appends the drawing and the entries.</summary>
    /// <param name="page">The page.</param>
    /// <param name="report">The timeline.</param>
    public static void Append(HtmlContentBuilder page, TimelineReport report)
    {
        if (report.Channels.Count == 0)
        {
            return;
        }

        page.AppendFormat(CultureInfo.InvariantCulture, "<section>\n<h2>Timeline</h2>\n<p class=\"soft\">{0}</p>\n", HtmlParts.Joined(report.Channels.Select(TimelineWords.Of)));
        TimelineDrawing.Append(page, report.Entries);
        page.AppendHtml("<ul class=\"messages\">\n");
        foreach (var entry in report.Entries)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<li class=\"{0}\"><span class=\"soft\">{1}</span>{2}</li>\n",
                entry.Direction is "outbound" or "internal" ? "out" : "in", HtmlParts.Joined(TimelineWords.Facts(entry)), HtmlParts.Text(TimelineWords.Said(entry)));
        }

        page.AppendHtml("</ul>\n</section>\n");
    }
}
