using System.Globalization;
using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Drafts;

/// <summary>A drafted reply as Markdown.</summary>
internal static class DraftMarkdown
{
    /// <summary>Renders a draft.</summary>
    /// <param name="report">The draft; every text in it may be hostile.</param>
    /// <returns>Markdown.</returns>
    public static string Render(DraftReport report)
    {
        var page = new StringBuilder();
        page.Append("# Draft of a reply: ").AppendLine(MarkdownText.Escape(report.Case?.Subject ?? "no subject")).AppendLine();
        if (report.Case is { } supportCase)
        {
            MarkdownParts.Facts(page, ReportText.Facts(supportCase));
        }

        if (report.LastQuestion is { } question)
        {
            page.AppendLine("## The customer asked").AppendLine().Append("> ").AppendLine(MarkdownText.Escape(question.Text)).AppendLine();
        }

        if (report.Draft is { } draft)
        {
            page.AppendLine("## Draft (nothing was sent)").AppendLine();
            foreach (var paragraph in draft.Statements)
            {
                page.Append(MarkdownText.Escape(paragraph.Text)).AppendLine(CultureInfo.InvariantCulture, $" ({string.Join(", ", paragraph.Evidence)})").AppendLine();
            }

            page.AppendLine(CultureInfo.InvariantCulture, $"Written by: {MarkdownText.Escape(draft.WrittenBy)}. Numbers in parentheses are history items and do not belong to the reply.").AppendLine();
        }

        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.End(page, report.Usage);
    }
}
