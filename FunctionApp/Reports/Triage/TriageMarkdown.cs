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
        page.Append("# ").AppendLine(MarkdownText.Escape(Words.Heading(report)));
        page.AppendLine();
        if (report.Case is { } supportCase)
        {
            MarkdownPage.Facts(page, Words.Facts(supportCase));
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
        MarkdownPage.Candidates(page, report.Candidates);
        MarkdownPage.Items(page, "Actions so far", report.Actions.Select(action =>
            $"{(action.At is { } at ? Words.Time(at) + " · " : "")}{action.By ?? "unknown"}: {action.Text} (item {action.HistoryItem})"));
        if (report.Timeline is { } timeline)
        {
            TimelineMarkdown.Append(page, timeline);
        }

        MarkdownPage.Problems(page, report.Problems);
        return MarkdownPage.End(page, report.Usage);
    }

    private static void People(StringBuilder page, TriageReport report)
    {
        if (report.Customer is null && report.Case is null)
        {
            return;
        }

        page.AppendLine("## People").AppendLine();
        MarkdownPage.Facts(page, report.Customer is { } customer ? Words.Facts(customer) : ["unknown"], "Customer");
        MarkdownPage.Facts(page, report.Waiting is { } waiting ? [Words.Turn(waiting), Words.Basis(waiting)] : ["unknown"], "Waiting");
        MarkdownPage.Facts(page, Words.LastRep(report), "Answered last");
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
