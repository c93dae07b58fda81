using System.Text;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Rendering;

/// <summary>Building blocks of Markdown reports. Every text is escaped.</summary>
internal static class MarkdownParts
{
    /// <summary>Appends a paragraph. Unlike the others' texts, this one is escaped already.</summary>
    public static void Paragraph(StringBuilder page, string markdown) => page.AppendLine(markdown).AppendLine();

    /// <summary>Appends a heading of the second level, and the text below it if there is one.</summary>
    public static void Section(StringBuilder page, string heading, string? text = null)
    {
        Paragraph(page, $"## {MarkdownText.Escape(heading)}");
        if (text is not null)
        {
            Paragraph(page, MarkdownText.Escape(text));
        }
    }

    /// <summary>Appends what somebody else wrote, as a quotation.</summary>
    public static void Quote(StringBuilder page, string text) => Paragraph(page, $"> {MarkdownText.Escape(text)}");

    /// <summary>Appends facts on one line, after a label if there is one.</summary>
    public static void Facts(StringBuilder page, IEnumerable<string> facts, string? label = null) =>
        page.Append(label is null ? "" : $"**{label}:** ").AppendJoin(" · ", facts.Select(MarkdownText.Escape)).AppendLine().AppendLine();

    /// <summary>Appends a list, if there is anything to list.</summary>
    public static void Items(StringBuilder page, string heading, IEnumerable<string> items)
    {
        var lines = items.Select(item => "- " + MarkdownText.Escape(item)).ToList();
        if (lines.Count > 0)
        {
            page.Append("## ").AppendLine(heading).AppendLine().AppendJoin(Environment.NewLine, lines).AppendLine().AppendLine();
        }
    }

    /// <summary>Appends the contacts among whom a reader must choose, if there are any.</summary>
    public static void Candidates(StringBuilder page, IEnumerable<ReportCandidate> candidates) =>
        Items(page, "Which contact is meant?", candidates.Select(candidate =>
            $"{candidate.Name ?? "Name unknown"} · contactId {candidate.ContactId}"));

    /// <summary>Appends the problems, if there are any.</summary>
    public static void Problems(StringBuilder page, IEnumerable<ReportProblem> problems) =>
        Items(page, "Problems", problems.Select(problem => $"{problem.Type}: {problem.Detail}"));

    /// <summary>Ends the page with what the run cost, and gives it back.</summary>
    public static string EndWithCost(StringBuilder page, RunUsage usage) =>
        page.AppendLine("---").AppendLine().AppendLine(ReportText.Cost(usage)).ToString();
}
