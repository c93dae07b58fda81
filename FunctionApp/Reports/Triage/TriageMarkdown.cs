using System.Globalization;
using System.Text;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Timeline;

namespace FuseDeskFlows.Reports.Triage;

/// <summary>A triage report as Markdown.</summary>
internal static class TriageMarkdown
{
    /// <summary>Renders a report.</summary>
    /// <param name="report">The report; every text in it may be hostile.</param>
    /// <returns>Markdown.</returns>
    public static string Render(TriageReport report)
    {
        var page = new StringBuilder();
        page.Append("# ").AppendLine(MarkdownText.Escape(ReportText.Heading(report)));
        page.AppendLine();
        if (report.Case is { } supportCase)
        {
            MarkdownParts.Facts(page, ReportText.Facts(supportCase));
        }

        Section(page, "Next step", report.NextStep);
        Summary(page, report);
        if (report.LastQuestion is { } question)
        {
            var when = question.At is { } at ? $", {ReportText.Time(at)}" : "";
            page.AppendLine("## Last question").AppendLine()
                .Append("> ").AppendLine(MarkdownText.Escape(question.Text)).AppendLine()
                .AppendLine(CultureInfo.InvariantCulture, $"(history item {question.HistoryItem}{when})").AppendLine();
        }

        People(page, report);
        MarkdownParts.Candidates(page, report.Candidates);
        MarkdownParts.Items(page, "Actions so far", report.Actions.Select(action =>
            $"{(action.At is { } at ? ReportText.Time(at) + " · " : "")}{action.By ?? "unknown"}: {action.Text} (item {action.HistoryItem})"));
        if (report.Timeline is { } timeline)
        {
            TimelineMarkdown.Append(page, timeline);
        }

        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.End(page, report.Usage);
    }

    private static void People(StringBuilder page, TriageReport report)
    {
        if (report.Customer is null && report.Case is null)
        {
            return;
        }

        page.AppendLine("## People").AppendLine();
        MarkdownParts.Facts(page, report.Customer is { } customer ? ReportText.Facts(customer) : ["unknown"], "Customer");
        MarkdownParts.Facts(page, report.Waiting is { } waiting ? [ReportText.Turn(waiting), ReportText.Basis(waiting)] : ["unknown"], "Waiting");
        MarkdownParts.Facts(page, ReportText.LastRep(report), "Answered last");
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
}
