using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Runs;

/// <summary>The state of a run as an HTML page.</summary>
internal static class RunHtml
{
    private const int RefreshSeconds = 10;

    /// <summary>Renders a run; the page of a run that goes on asks again by itself.</summary>
    public static string Render(RunView run)
    {
        var page = new HtmlContentBuilder();
        page.AppendHtml("<header>\n<p class=\"eyebrow\">Run</p>\n");
        page.MarkupLine($"<h1>{HtmlParts.OneLine(run.Name)}: {HtmlParts.OneLine(run.Status)}</h1>");
        page.MarkupLine($"""<p class="soft"><code>{HtmlParts.OneLine(run.Id)}</code></p>""");
        page.AppendHtml("</header>\n");
        if (run.Waiting is { } wait)
        {
            page.Markup($"""<p class="step"><strong>Waiting until {ReportText.Time(wait.Until)}</strong> """);
            page.MarkupLine($"For {HtmlParts.OneLine(wait.For)}.</p>");
        }

        if (run.Progress is { Total: { } total } step && run.Error is null)
        {
            page.MarkupLine($"""<p><progress aria-label="How far the run is" value="{step.Done}" max="{total}"></progress></p>""");
        }

        page.AppendHtml("<dl class=\"facts\">\n");
        if (run.Progress is { } progress)
        {
            HtmlParts.Fact(page, "Step", [progress.Phase, RunWords.StepsDone(progress)]);
        }

        HtmlParts.Fact(page, "Started", [ReportText.Time(run.CreatedAt)]);
        HtmlParts.Fact(page, "Updated", [ReportText.Time(run.UpdatedAt)]);
        page.AppendHtml("</dl>\n");
        if (run.Error is { } error)
        {
            HtmlParts.List(page, "What happened", "problems", [error], (item, told) =>
                item.Markup($"<strong>{HtmlParts.OneLine(told.Type)}</strong> {HtmlParts.OneLine(told.Detail)}"));
        }

        return HtmlPage.Render($"{run.Name}: {run.Status}", page, run.Status is "pending" or "running" ? RefreshSeconds : null);
    }
}
