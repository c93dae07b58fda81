using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>An escalation report as Markdown.</summary>
internal static class EscalationMarkdown
{
    public static string Render(EscalationReport report)
    {
        var page = new StringBuilder();
        MarkdownParts.Paragraph(page, $"# {MarkdownText.Escape(EscalationWords.Headline(report))}");
        MarkdownParts.Facts(page, EscalationWords.ReportFacts(report));
        foreach (var chat in report.Chats)
        {
            page.Append("## ").AppendLine(MarkdownText.Escape(EscalationWords.ChatTitle(chat))).AppendLine();
            MarkdownParts.Facts(page, [.. EscalationWords.ChatFacts(chat), $"chat {chat.ChatId}", ReportText.JudgedBy(chat.JudgedBy)]);
            if (chat.Issue is { } issue)
            {
                page.AppendLine(MarkdownText.Escape(issue.Text)).AppendLine();
            }

            foreach (var message in chat.LastMessages)
            {
                var at = ReportText.TimeBefore(message.At);
                page.Append("- ").AppendLine(MarkdownText.Escape($"{at}{message.By ?? "unknown"}: {message.Text}"));
            }

            page.AppendLine();
        }

        MarkdownParts.Items(page, "Resolved since the last report", report.Resolved.Select(chat =>
            $"{chat.Client ?? "Client unknown"}, {chat.Title ?? $"chat {chat.ChatId}"}: {EscalationWords.HowResolved(chat)}"));
        MarkdownParts.Items(page, "By rep", report.Totals.ByRep.Select(EscalationWords.RepLine));
        MarkdownParts.Items(page, "By department", report.Totals.ByDepartment.Select(EscalationWords.DepartmentLine));
        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.EndWithCost(page, report.Usage);
    }
}
