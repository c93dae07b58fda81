using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Drafts;

/// <summary>A drafted reply as an HTML page.</summary>
internal static class DraftHtml
{
    public static string Render(DraftReport report)
    {
        var heading = HtmlParts.OneLine(report.Case?.Subject ?? "Case without a subject");
        var page = new HtmlContentBuilder();
        page.AppendHtml("<header>\n<p class=\"eyebrow\">Draft of a reply, not sent</p>\n");
        page.MarkupLine($"<h1>{heading}</h1>");
        if (report.Case is { } supportCase)
        {
            page.MarkupLine($"""<p class="soft">{HtmlParts.Joined(ReportText.CaseFacts(supportCase))}</p>""");
        }

        page.AppendHtml("</header>\n");
        if (report.LastQuestion is { } question)
        {
            page.AppendHtml("<section>\n<h2>The customer asked</h2>\n");
            page.MarkupLine($"<blockquote>{HtmlParts.OneLine(question.Text)}</blockquote>");
            page.AppendHtml("</section>\n");
        }

        if (report.Draft is { } draft)
        {
            page.AppendHtml("<section>\n<h2>Draft</h2>\n");
            foreach (var paragraph in draft.Statements)
            {
                page.MarkupLine($"<p>{HtmlParts.OneLine(paragraph.Text)}<sup>{string.Join(", ", paragraph.Evidence)}</sup></p>");
            }

            page.Markup($"""<p class="soft">Written by: {HtmlParts.OneLine(draft.WrittenBy)}. """);
            page.AppendHtml("Raised numbers are history items and do not belong to the reply.</p>\n</section>\n");
        }

        HtmlParts.Problems(page, report.Problems);
        HtmlParts.Cost(page, report.Usage);
        return HtmlPage.Render($"Draft: {heading}", page);
    }
}
