using System.Globalization;
using System.Text;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Timeline;

namespace FuseDeskFlows.Reports.Triage;

/// <summary>A triage report as Markdown.</summary>
internal static class TriageMarkdown
{
    public static string Render(TriageReport report)
    {
        var page = new StringBuilder();
        MarkdownParts.Paragraph(page, $"# {MarkdownText.Escape(TriageWords.Heading(report))}");
        if (report.Case is { } supportCase)
        {
            MarkdownParts.Facts(page, ReportText.CaseFacts(supportCase));
        }

        if (report.NextStep is { } nextStep)
        {
            MarkdownParts.Section(page, "Next step", nextStep);
        }

        Summary(page, report);
        if (report.LastQuestion is { } question)
        {
            var when = question.At is { } at ? $", {ReportText.Time(at)}" : "";
            MarkdownParts.Section(page, "Last question");
            MarkdownParts.Quote(page, question.Text);
            MarkdownParts.Paragraph(page, $"(history item {question.HistoryItem}{when})");
        }

        People(page, report);
        MarkdownParts.Candidates(page, report.Candidates);
        MarkdownParts.Items(page, "Actions so far", report.Actions.Select(action =>
            $"{ReportText.TimeBefore(action.At)}{action.By ?? "unknown"}: {action.Text} (item {action.HistoryItem})"));
        if (report.Timeline is { } timeline)
        {
            TimelineMarkdown.Append(page, timeline);
        }

        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.EndWithCost(page, report.Usage);
    }

    private static void People(StringBuilder page, TriageReport report)
    {
        if (report.Customer is null && report.Case is null)
        {
            return;
        }

        MarkdownParts.Section(page, "People");
        MarkdownParts.Facts(page, TriageWords.CustomerFacts(report), "Customer");
        MarkdownParts.Facts(page, TriageWords.WaitingFacts(report), "Waiting");
        MarkdownParts.Facts(page, TriageWords.LastRepFacts(report), "Answered last");
    }

    private static void Summary(StringBuilder page, TriageReport report)
    {
        if (report.Summary is { } summary)
        {
            MarkdownParts.Section(page, "Summary");
            foreach (var statement in summary.Statements)
            {
                var evidence = string.Join(", ", statement.Evidence);
                page.AppendLine(CultureInfo.InvariantCulture, $"- {MarkdownText.Escape(statement.Text)} ({evidence})");
            }

            page.AppendLine();
            var writer = MarkdownText.Escape(summary.WrittenBy);
            MarkdownParts.Paragraph(page, $"Written by: {writer}. Numbers in parentheses are history items.");
        }
    }
}
