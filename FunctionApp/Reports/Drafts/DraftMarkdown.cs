using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Drafts;

/// <summary>A drafted reply as Markdown.</summary>
internal static class DraftMarkdown
{
    public static string Render(DraftReport report)
    {
        var page = new StringBuilder();
        page.Append("# Draft of a reply: ").AppendLine(MarkdownText.Escape(report.Case?.Subject ?? "no subject")).AppendLine();
        if (report.Case is { } supportCase)
        {
            MarkdownParts.Facts(page, ReportText.CaseFacts(supportCase));
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
                MarkdownParts.Paragraph(page, $"{MarkdownText.Escape(paragraph.Text)} ({string.Join(", ", paragraph.Evidence)})");
            }

            var writer = $"Written by: {MarkdownText.Escape(draft.WrittenBy)}.";
            MarkdownParts.Paragraph(page, $"{writer} Numbers in parentheses are history items and do not belong to the reply.");
        }

        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.EndWithCost(page, report.Usage);
    }
}
