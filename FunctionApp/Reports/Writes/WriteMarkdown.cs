using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Writes;

/// <summary>What became of a write, as Markdown.</summary>
internal static class WriteMarkdown
{
    public static string Render(WriteReport report)
    {
        var page = new StringBuilder();
        MarkdownParts.Paragraph(page, $"# {MarkdownText.Escape(WriteWords.Heading(report))}");
        MarkdownParts.Paragraph(page, MarkdownText.Escape(report.Text));
        MarkdownParts.Items(page, "Changes", report.Changes.Select(WriteWords.Change));
        MarkdownParts.Items(page, "Decisions", report.Decisions.Select(WriteWords.Decision));
        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.EndWithCost(page, report.Usage);
    }
}
