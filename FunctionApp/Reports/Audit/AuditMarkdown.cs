using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>An escalation report as Markdown.</summary>
internal static class AuditMarkdown
{
    public static string Render(AuditReport report)
    {
        var page = new StringBuilder();
        MarkdownParts.Paragraph(page, $"# {MarkdownText.Escape(AuditWords.Headline(report))}");
        MarkdownParts.Facts(page, AuditWords.ReportFacts(report));
        foreach (var chat in report.Chats)
        {
            MarkdownParts.Section(page, AuditWords.ChatTitle(chat));
            MarkdownParts.Facts(page, [.. AuditWords.ChatFacts(chat), $"chat {chat.ChatId}", ReportText.JudgedBy(chat.JudgedBy)]);
            if (chat.Issue is { } issue)
            {
                MarkdownParts.Paragraph(page, MarkdownText.Escape(issue.Text));
            }

            foreach (var message in chat.LastMessages)
            {
                var at = ReportText.TimeBefore(message.At);
                page.Append("- ").AppendLine(MarkdownText.Escape($"{at}{message.By ?? "unknown"}: {message.Text}"));
            }

            page.AppendLine();
        }

        MarkdownParts.Items(page, "Resolved since the last report", report.Resolved.Select(chat =>
            $"{chat.Client ?? "Client unknown"}, {chat.Title ?? $"chat {chat.ChatId}"}: {AuditWords.HowResolved(chat)}"));
        MarkdownParts.Items(page, "By rep", report.Totals.ByRep.Select(AuditWords.RepLine));
        MarkdownParts.Items(page, "By department", report.Totals.ByDepartment.Select(AuditWords.DepartmentLine));
        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.EndWithCost(page, report.Usage);
    }
}
