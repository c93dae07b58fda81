using System.Globalization;
using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>An escalation report as Markdown.</summary>
internal static class EscalationMarkdown
{
    /// <summary>Renders a report.</summary>
    /// <param name="report">The report; every text in it may be hostile.</param>
    /// <returns>Markdown.</returns>
    public static string Render(EscalationReport report)
    {
        var page = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"# {MarkdownText.Escape(EscalationWords.Headline(report))}").AppendLine();
        MarkdownParts.Facts(page, EscalationWords.Facts(report));
        foreach (var chat in report.Chats)
        {
            page.Append("## ").AppendLine(MarkdownText.Escape(EscalationWords.Name(chat))).AppendLine();
            MarkdownParts.Facts(page, [.. EscalationWords.Facts(chat), $"chat {chat.ChatId}", EscalationWords.Basis(chat)]);
            if (chat.Issue is { } issue)
            {
                page.AppendLine(MarkdownText.Escape(issue.Text)).AppendLine();
            }

            foreach (var message in chat.LastMessages)
            {
                var at = message.At is { } moment ? ReportText.Time(moment) + " · " : "";
                page.Append("- ").AppendLine(MarkdownText.Escape($"{at}{message.By ?? "unknown"}: {message.Text}"));
            }

            page.AppendLine();
        }

        MarkdownParts.Items(page, "Resolved since the last report", report.Resolved.Select(chat =>
            $"{chat.Client ?? "Client unknown"}, {chat.Title ?? $"chat {chat.ChatId}"}: {EscalationWords.How(chat)}"));
        MarkdownParts.Items(page, "By rep", report.Totals.ByRep.Select(EscalationWords.Total));
        MarkdownParts.Items(page, "By department", report.Totals.ByDepartment.Select(EscalationWords.Total));
        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.End(page, report.Usage);
    }
}
