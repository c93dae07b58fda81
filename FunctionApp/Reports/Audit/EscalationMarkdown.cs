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
        MarkdownPage.Facts(page, EscalationWords.Facts(report));
        foreach (var chat in report.Chats)
        {
            page.Append("## ").AppendLine(MarkdownText.Escape(EscalationWords.Name(chat))).AppendLine();
            MarkdownPage.Facts(page, [.. EscalationWords.Facts(chat), $"chat {chat.ChatId}", EscalationWords.Basis(chat)]);
            if (chat.Issue is { } issue)
            {
                page.AppendLine(MarkdownText.Escape(issue.Text)).AppendLine();
            }

            foreach (var message in chat.LastMessages)
            {
                var at = message.At is { } moment ? Words.Time(moment) + " · " : "";
                page.Append("- ").AppendLine(MarkdownText.Escape($"{at}{message.By ?? "unknown"}: {message.Text}"));
            }

            page.AppendLine();
        }

        MarkdownPage.Items(page, "Resolved since the last report", report.Resolved.Select(chat =>
            $"{chat.Client ?? "Client unknown"}, {chat.Title ?? $"chat {chat.ChatId}"}: {EscalationWords.How(chat)}"));
        MarkdownPage.Items(page, "By rep", report.Totals.ByRep.Select(EscalationWords.Total));
        MarkdownPage.Items(page, "By department", report.Totals.ByDepartment.Select(EscalationWords.Total));
        MarkdownPage.Problems(page, report.Problems);
        return MarkdownPage.End(page, report.Usage);
    }
}
