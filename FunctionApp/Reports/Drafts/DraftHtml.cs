using System.Globalization;
using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Drafts;

/// <summary>A drafted reply as an HTML page.</summary>
internal static class DraftHtml
{
    /// <summary>Renders a draft.</summary>
    /// <param name="report">The draft; every text in it may be hostile.</param>
    /// <returns>The page.</returns>
    public static string Render(DraftReport report)
    {
        var heading = HtmlParts.Text(report.Case?.Subject ?? "Case without a subject");
        var page = new HtmlContentBuilder();
        page.AppendFormat(CultureInfo.InvariantCulture, "<header>\n<p class=\"eyebrow\">Draft of a reply, not sent</p>\n<h1>{0}</h1>\n", heading);
        if (report.Case is { } supportCase)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<p class=\"soft\">{0}</p>\n", HtmlParts.Joined(ReportText.Facts(supportCase)));
        }

        page.AppendHtml("</header>\n");
        if (report.LastQuestion is { } question)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<section>\n<h2>The customer asked</h2>\n<blockquote>{0}</blockquote>\n</section>\n", HtmlParts.Text(question.Text));
        }

        if (report.Draft is { } draft)
        {
            page.AppendHtml("<section>\n<h2>Draft</h2>\n");
            foreach (var paragraph in draft.Statements)
            {
                page.AppendFormat(CultureInfo.InvariantCulture, "<p>{0}<sup>{1}</sup></p>\n", HtmlParts.Text(paragraph.Text), string.Join(", ", paragraph.Evidence));
            }

            page.AppendFormat(CultureInfo.InvariantCulture, "<p class=\"soft\">Written by: {0}. Raised numbers are history items and do not belong to the reply.</p>\n</section>\n", HtmlParts.Text(draft.WrittenBy));
        }

        HtmlParts.Problems(page, report.Problems);
        page.AppendFormat(CultureInfo.InvariantCulture, "<footer>{0}</footer>\n", ReportText.Cost(report.Usage));
        return HtmlPage.Of($"Draft: {heading}", page);
    }
}
