using System.Text.Json;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>An escalation report as a chat message, short enough to be read in passing.</summary>
internal static class AuditNotification
{
    private const int MaxChats = 15;
    private const int MaxNameLength = 80;
    private const int MaxIssueLength = 300;

    /// <summary>The body to post: JSON.</summary>
    public static string Render(AuditReport report, NotificationFormat format) =>
        format == NotificationFormat.Teams ? Teams(report) : Slack(report);

    private static string Slack(AuditReport report) =>
        JsonSerializer.Serialize(
            new { text = string.Join('\n', Lines(report, ForSlack, "*")), unfurl_links = false, unfurl_media = false }, AppJson.Options);

    private static string Teams(AuditReport report) => JsonSerializer.Serialize(
        new
        {
            type = "message",
            attachments = new[]
            {
                new
                {
                    contentType = "application/vnd.microsoft.card.adaptive",
                    content = new Dictionary<string, object>(StringComparer.Ordinal)
                    {
                        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                        ["type"] = "AdaptiveCard",
                        ["version"] = "1.4",
                        ["body"] = Lines(report, MarkdownText.Escape, "**")
                            .Select(line => new { type = "TextBlock", text = line, wrap = true })
                            .ToList(),
                    },
                },
            },
        },
        AppJson.Options);

    private static IEnumerable<string> Lines(AuditReport report, Func<string?, string> escape, string bold)
    {
        yield return $"{bold}{escape(AuditWords.Headline(report))}{bold}";
        foreach (var chat in report.Chats.Take(MaxChats))
        {
            var facts = string.Join(" · ", AuditWords.ChatFacts(chat).Select(fact => escape(SafeText.Shorten(fact, MaxNameLength))));
            var issue = chat.Issue is { } told ? " " + escape(SafeText.Shorten(told.Text, MaxIssueLength)) : "";
            yield return $"{bold}{escape(SafeText.Shorten(AuditWords.ChatTitle(chat), MaxNameLength))}{bold}: {facts}.{issue}";
        }

        if (report.Chats.Count > MaxChats)
        {
            yield return escape($"And {report.Chats.Count - MaxChats} more.");
        }

        if (report.Resolved.Count > 0)
        {
            var clients = report.Resolved.Take(MaxChats)
                .Select(chat => SafeText.Shorten(chat.Client ?? $"chat {chat.ChatId}", MaxNameLength));
            yield return escape($"Resolved: {string.Join(", ", clients)}.");
        }

        if (report.Problems.Count > 0)
        {
            yield return escape($"{ReportText.Count(report.Problems.Count, "problem")}: {report.Problems[0].Detail}");
        }
    }

    // Slack reads three characters as markup, and "<!channel>" would call everybody; to others who take this form, such as Mattermost,
    // "@channel" does, and "![](...)" shows an image. The rest only changes the look.
    private static string ForSlack(string? text) => SafeText.OneLine(text ?? "")
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace('*', '∗').Replace('`', 'ˋ').Replace('~', '∼').Replace('@', '＠').Replace("](", "] (", StringComparison.Ordinal);
}
