using System.Globalization;
using System.Text;

namespace FuseDeskFlows.Reports;

/// <summary>A triage report as Markdown.</summary>
internal static class TriageMarkdown
{
    /// <summary>Renders a report.</summary>
    /// <param name="report">The report; every text in it may be hostile.</param>
    /// <returns>Markdown.</returns>
    public static string Render(TriageReport report)
    {
        var page = new StringBuilder();
        page.Append("# ").AppendLine(MarkdownText.Escape(report.Case?.Subject ?? (report.Case is null ? "Nothing to triage" : "Case without a subject")));
        page.AppendLine();
        if (report.Case is { } supportCase)
        {
            Line(page, null, Words.Facts(supportCase));
        }

        Section(page, "Next step", report.NextStep);
        Summary(page, report);
        if (report.LastQuestion is { } question)
        {
            var when = question.At is { } at ? $", {Words.Time(at)}" : "";
            page.AppendLine("## Last question").AppendLine()
                .Append("> ").AppendLine(MarkdownText.Escape(question.Text)).AppendLine()
                .AppendLine(CultureInfo.InvariantCulture, $"(history item {question.HistoryItem}{when})").AppendLine();
        }

        People(page, report);
        Items(page, "Which contact is meant?", report.Candidates.Select(candidate => $"{candidate.Name ?? "Name unknown"} · contactId {candidate.ContactId}"));
        Items(page, "Actions so far", report.Actions.Select(action =>
            $"{(action.At is { } at ? Words.Time(at) + " · " : "")}{action.By ?? "unknown"}: {action.Text} (item {action.HistoryItem})"));
        Items(page, "Problems", report.Problems.Select(problem => $"{problem.Type}: {problem.Detail}"));
        return page.AppendLine("---").AppendLine().AppendLine(Words.Cost(report.Usage)).ToString();
    }

    private static void People(StringBuilder page, TriageReport report)
    {
        if (report.Customer is null && report.Case is null)
        {
            return;
        }

        page.AppendLine("## People").AppendLine();
        Line(page, "Customer", report.Customer is { } customer ? Words.Facts(customer) : ["unknown"]);
        Line(page, "Waiting", report.Waiting is { } waiting ? [Words.Turn(waiting), Words.Basis(waiting)] : ["unknown"]);
        Line(page, "Answered last", report.LastRep is { } rep ? Words.Facts(rep) : ["nobody"]);
    }

    private static void Summary(StringBuilder page, TriageReport report)
    {
        if (report.Summary is { } summary)
        {
            page.AppendLine("## Summary").AppendLine();
            foreach (var statement in summary.Statements)
            {
                page.Append("- ").Append(MarkdownText.Escape(statement.Text)).AppendLine(CultureInfo.InvariantCulture, $" ({string.Join(", ", statement.Evidence)})");
            }

            page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Written by: {MarkdownText.Escape(summary.WrittenBy)}. Numbers in parentheses are history items.").AppendLine();
        }
    }

    private static void Section(StringBuilder page, string heading, string? text)
    {
        if (text is not null)
        {
            page.Append("## ").AppendLine(heading).AppendLine().AppendLine(MarkdownText.Escape(text)).AppendLine();
        }
    }

    private static void Line(StringBuilder page, string? label, IEnumerable<string> facts)
    {
        page.Append(label is null ? "" : $"**{label}:** ").AppendJoin(" · ", facts.Select(MarkdownText.Escape)).AppendLine().AppendLine();
    }

    private static void Items(StringBuilder page, string heading, IEnumerable<string> items)
    {
        var lines = items.Select(item => "- " + MarkdownText.Escape(item)).ToList();
        if (lines.Count > 0)
        {
            page.Append("## ").AppendLine(heading).AppendLine().AppendJoin(Environment.NewLine, lines).AppendLine().AppendLine();
        }
    }
}
