using System.Globalization;
using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Runs;

/// <summary>The state of a run as an HTML page.</summary>
internal static class RunHtml
{
    private const int RefreshSeconds = 10;

    /// <summary>Renders a run; the page of a run that goes on asks again by itself.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The page.</returns>
    public static string Render(RunView run)
    {
        var page = new HtmlContentBuilder();
        page.AppendFormat(CultureInfo.InvariantCulture, "<header>\n<p class=\"eyebrow\">Run</p>\n<h1>{0}: {1}</h1>\n<p class=\"soft\"><code>{2}</code></p>\n</header>\n",
            HtmlParts.Text(run.Name), HtmlParts.Text(run.Status), HtmlParts.Text(run.Id));
        if (run.Waiting is { } wait)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<p class=\"step\"><strong>Waiting until {0}</strong> For {1}.</p>\n", ReportText.Time(wait.Until), HtmlParts.Text(wait.For));
        }

        if (run.Progress is { Total: { } total } step && run.Error is null)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<p><progress aria-label=\"How far the run is\" value=\"{0}\" max=\"{1}\"></progress></p>\n", step.Done, total);
        }

        page.AppendHtml("<dl class=\"facts\">\n");
        if (run.Progress is { } progress)
        {
            HtmlParts.Fact(page, "Step", [progress.Phase, ReportText.Done(progress)]);
        }

        HtmlParts.Fact(page, "Started", [ReportText.Time(run.CreatedAt)]);
        HtmlParts.Fact(page, "Updated", [ReportText.Time(run.UpdatedAt)]);
        page.AppendHtml("</dl>\n");
        if (run.Error is { } error)
        {
            HtmlParts.List(page, "What happened", "problems", [error], (item, told) =>
                item.AppendFormat(CultureInfo.InvariantCulture, "<strong>{0}</strong> {1}", HtmlParts.Text(told.Type), HtmlParts.Text(told.Detail)));
        }

        return HtmlPage.Of($"{run.Name}: {run.Status}", page, run.Status is "pending" or "running" ? RefreshSeconds : null);
    }
}
