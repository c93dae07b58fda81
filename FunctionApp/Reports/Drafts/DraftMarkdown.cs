using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Drafts;

/// <summary>A drafted reply as Markdown.</summary>
internal static class DraftMarkdown
{
    public static string Render(DraftReport report)
    {
        var page = new StringBuilder();
        MarkdownParts.Paragraph(page, $"# Draft of a reply: {MarkdownText.Escape(report.Case?.Subject ?? "no subject")}");
        if (report.Case is { } supportCase)
        {
            MarkdownParts.Facts(page, ReportText.CaseFacts(supportCase));
        }

        if (report.LastQuestion is { } question)
        {
            MarkdownParts.Section(page, "The customer asked");
            MarkdownParts.Quote(page, question.Text);
        }

        if (report.Draft is { } draft)
        {
            MarkdownParts.Section(page, "Draft (nothing was sent)");
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
