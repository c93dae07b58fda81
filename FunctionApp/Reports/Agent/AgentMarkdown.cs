using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>An agent's report as Markdown: the answer first, then how it came about.</summary>
internal static class AgentMarkdown
{
    public static string Render(AgentReport report)
    {
        var page = new StringBuilder();
        MarkdownParts.Paragraph(page, $"# {AgentWords.Headline}");
        MarkdownParts.Quote(page, report.Prompt);
        if (report.Answer is { } answer)
        {
            foreach (var statement in answer.Statements)
            {
                MarkdownParts.Paragraph(
                    page, $"{MarkdownText.Escape(statement.Text)} ({MarkdownText.Escape(AgentWords.Evidence(statement))})");
            }

            MarkdownParts.Paragraph(page, $"Written by: {MarkdownText.Escape(answer.WrittenBy)}.");
        }
        else
        {
            MarkdownParts.Paragraph(page, MarkdownText.Escape(AgentWords.NoAnswer(report)));
        }

        foreach (var turn in report.Turns)
        {
            MarkdownParts.Items(
                page,
                MarkdownText.Escape(AgentWords.Turn(turn)),
                turn.Calls.Select(call => $"{AgentWords.Call(call)} — {AgentWords.Outcome(call)}"));
        }

        MarkdownParts.Items(page, "Waits", report.Waits.Select(AgentWords.Wait));
        MarkdownParts.Problems(page, report.Problems);
        return page.AppendLine("---").AppendLine().AppendLine(AgentWords.Cost(report)).ToString();
    }
}
