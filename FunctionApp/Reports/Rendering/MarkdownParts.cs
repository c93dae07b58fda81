using System.Text;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Rendering;

/// <summary>Building blocks of Markdown reports. Every text is escaped.</summary>
internal static class MarkdownParts
{
    /// <summary>Appends facts on one line.</summary>
    /// <param name="page">The page.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="label">What they are about; null for no label.</param>
    public static void Facts(StringBuilder page, IEnumerable<string> facts, string? label = null) =>
        page.Append(label is null ? "" : $"**{label}:** ").AppendJoin(" · ", facts.Select(MarkdownText.Escape)).AppendLine().AppendLine();

    /// <summary>Appends a list, if there is anything to list.</summary>
    /// <param name="page">The page.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="items">The items.</param>
    public static void Items(StringBuilder page, string heading, IEnumerable<string> items)
    {
        var lines = items.Select(item => "- " + MarkdownText.Escape(item)).ToList();
        if (lines.Count > 0)
        {
            page.Append("## ").AppendLine(heading).AppendLine().AppendJoin(Environment.NewLine, lines).AppendLine().AppendLine();
        }
    }

    /// <summary>Appends the contacts among whom a reader must choose, if there are any.</summary>
    /// <param name="page">The page.</param>
    /// <param name="candidates">The contacts.</param>
    public static void Candidates(StringBuilder page, IEnumerable<ReportCandidate> candidates) =>
        Items(page, "Which contact is meant?", candidates.Select(candidate => $"{candidate.Name ?? "Name unknown"} · contactId {candidate.ContactId}"));

    /// <summary>Appends the problems, if there are any.</summary>
    /// <param name="page">The page.</param>
    /// <param name="problems">The problems.</param>
    public static void Problems(StringBuilder page, IEnumerable<ReportProblem> problems) =>
        Items(page, "Problems", problems.Select(problem => $"{problem.Type}: {problem.Detail}"));

    /// <summary>Ends the page with what the run cost.</summary>
    /// <param name="page">The page.</param>
    /// <param name="usage">What it cost.</param>
    /// <returns>The whole page.</returns>
    public static string End(StringBuilder page, RunUsage usage) => page.AppendLine("---").AppendLine().AppendLine(ReportText.Cost(usage)).ToString();
}
