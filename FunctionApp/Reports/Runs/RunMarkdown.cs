using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Runs;

/// <summary>The state of a run as Markdown.</summary>
internal static class RunMarkdown
{
    public static string Render(RunDetail run)
    {
        var page = new StringBuilder();
        MarkdownParts.Paragraph(page, $"# {MarkdownText.Escape(run.Name)}: {MarkdownText.Escape(run.Status)}");
        var times = $"started {ReportText.Time(run.CreatedAt)} · updated {ReportText.Time(run.UpdatedAt)}";
        MarkdownParts.Paragraph(page, $"Run {MarkdownText.Escape(run.Id)} · {times}");
        if (run.Progress is { } step)
        {
            MarkdownParts.Paragraph(page, $"**Step:** {MarkdownText.Escape(step.Phase)} ({RunWords.StepsDone(step)})");
        }

        if (run.Waiting is { } waiting)
        {
            MarkdownParts.Paragraph(page, $"**Waiting until:** {ReportText.Time(waiting.Until)}, for {MarkdownText.Escape(waiting.For)}");
        }

        if (run.Error is { } error)
        {
            MarkdownParts.Paragraph(page, $"**{MarkdownText.Escape(error.Type)}:** {MarkdownText.Escape(error.Detail)}");
        }

        return page.ToString();
    }
}
