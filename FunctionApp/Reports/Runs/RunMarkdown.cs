using System.Globalization;
using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Runs;

/// <summary>The state of a run as Markdown.</summary>
internal static class RunMarkdown
{
    /// <summary>Renders a run.</summary>
    /// <param name="run">The run.</param>
    /// <returns>Markdown.</returns>
    public static string Render(RunView run)
    {
        var page = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"# {MarkdownText.Escape(run.Name)}: {MarkdownText.Escape(run.Status)}").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Run {MarkdownText.Escape(run.Id)} · started {ReportText.Time(run.CreatedAt)} · updated {ReportText.Time(run.UpdatedAt)}").AppendLine();
        if (run.Progress is { } step)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"**Step:** {MarkdownText.Escape(step.Phase)} ({ReportText.Done(step)})").AppendLine();
        }

        if (run.Waiting is { } waiting)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"**Waiting until:** {ReportText.Time(waiting.Until)}, for {MarkdownText.Escape(waiting.For)}").AppendLine();
        }

        if (run.Error is { } error)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"**{MarkdownText.Escape(error.Type)}:** {MarkdownText.Escape(error.Detail)}").AppendLine();
        }

        return page.ToString();
    }
}
