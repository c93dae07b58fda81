using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Chats;

/// <summary>A chat's summary as Markdown.</summary>
internal static class ChatSummaryMarkdown
{
    public static string Render(ChatSummaryReport report)
    {
        var page = new StringBuilder();
        MarkdownParts.Paragraph(page, $"# {MarkdownText.Escape(ChatSummaryWords.Heading(report))}");
        if (report.Chat is { } chat)
        {
            MarkdownParts.Facts(page, ChatSummaryWords.ChatFacts(chat));
            MarkdownParts.Facts(page, report.Customer is { } customer ? ReportText.CustomerFacts(customer) : ["unknown"], "Customer");
            MarkdownParts.Facts(page, ChatSummaryWords.RepFacts(report.Rep), "Assigned to");
            MarkdownParts.Facts(page, ChatSummaryWords.RepFacts(report.LastRep), "Answered last");
            MarkdownParts.Facts(page, ChatSummaryWords.WaitingFacts(report), "Waiting");
        }

        if (report.NextStep is { } step)
        {
            MarkdownParts.Section(page, "Next step", step);
        }

        if (report.Issue is { } issue)
        {
            MarkdownParts.Section(page, "What is wrong", issue.Text);
        }

        if (report.OpenQuestion is { } question)
        {
            MarkdownParts.Section(page, $"Open question ({ChatSummaryWords.OpenMessages(report)})");
            MarkdownParts.Quote(page, question.Text);
        }

        MarkdownParts.Items(page, "What was tried", report.Tried.Select(ChatSummaryWords.Action));
        MarkdownParts.Items(page, "What was promised", report.Promised.Select(ChatSummaryWords.Action));
        if (report.Mood is { } mood)
        {
            MarkdownParts.Section(page, "Mood", ChatSummaryWords.Mood(mood));
            MarkdownParts.Items(page, "Messages that show it", mood.Signs.Select(ChatSummaryWords.Sign));
        }

        if (report.Summary is { } summary)
        {
            MarkdownParts.Items(
                page, "Summary", summary.Statements.Select(statement => $"{statement.Text} ({string.Join(", ", statement.Evidence)})"));
            MarkdownParts.Paragraph(page, $"Written by: {MarkdownText.Escape(summary.WrittenBy)}. Numbers in parentheses are messages.");
        }

        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.EndWithCost(page, report.Usage);
    }
}
