using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Timeline;

/// <summary>A timeline as an HTML page: a drawing of all channels, then what was said.</summary>
internal static class TimelineHtml
{
    public static string Render(TimelineReport report)
    {
        var headline = TimelineWords.Headline(report);
        var facts = report.Customer is { } customer ? HtmlParts.Joined(ReportText.CustomerFacts(customer)) : "";
        var page = new HtmlContentBuilder();
        page.AppendHtml("<header>\n<p class=\"eyebrow\">Contact timeline</p>\n");
        page.MarkupLine($"<h1>{HtmlParts.OneLine(headline)}</h1>");
        page.MarkupLine($"""<p class="soft">{facts}</p>""");
        page.AppendHtml("</header>\n");
        HtmlParts.Candidates(page, report.Candidates);
        Append(page, report);
        HtmlParts.Problems(page, report.Problems);
        HtmlParts.Cost(page, report.Usage);
        return HtmlPage.Render(headline, page);
    }

    /// <summary>Appends the drawing and the entries.</summary>
    public static void Append(HtmlContentBuilder page, TimelineReport report)
    {
        if (report.Channels.Count == 0)
        {
            return;
        }

        page.AppendHtml("<section>\n<h2>Timeline</h2>\n");
        page.MarkupLine($"""<p class="soft">{HtmlParts.Joined(report.Channels.Select(TimelineWords.ChannelText))}</p>""");
        TimelineDrawing.Append(page, report.Entries);
        page.AppendHtml("<ul class=\"messages\">\n");
        foreach (var entry in report.Entries)
        {
            var side = entry.Direction is Direction.Outbound or Direction.Internal ? "out" : "in";
            page.Markup($"""<li class="{side}"><span class="soft">{HtmlParts.Joined(TimelineWords.EntryFacts(entry))}</span>""");
            page.MarkupLine($"{HtmlParts.OneLine(TimelineWords.EntryText(entry))}</li>");
        }

        page.AppendHtml("</ul>\n</section>\n");
    }
}
