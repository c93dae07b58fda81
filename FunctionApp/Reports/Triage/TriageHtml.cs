using System.Globalization;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Timeline;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Triage;

/// <summary>A triage report as an HTML page.</summary>
internal static class TriageHtml
{
    /// <summary>Renders a report.</summary>
    /// <param name="report">The report; every text in it may be hostile.</param>
    /// <returns>The page.</returns>
    public static string Render(TriageReport report)
    {
        var heading = Html.Text(Words.Heading(report));
        var page = new HtmlContentBuilder();
        page.AppendFormat(CultureInfo.InvariantCulture, "<header>\n<p class=\"eyebrow\">Case triage</p>\n<h1>{0}</h1>\n", heading);
        if (report.Case is { } supportCase)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<p class=\"soft\">{0}</p>\n", Html.Joined(Words.Facts(supportCase)));
        }

        page.AppendHtml("</header>\n");
        if (report.NextStep is { } step)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<p class=\"step\"><strong>Next step</strong> {0}</p>\n", Html.Text(step));
        }

        Summary(page, report);
        Question(page, report);
        People(page, report);
        Html.Candidates(page, report.Candidates);
        Html.List(page, "Actions so far", "actions", report.Actions, (item, action) =>
            item.AppendFormat(CultureInfo.InvariantCulture, "<span class=\"soft\">{0}{1} · item {2}</span> {3}",
                action.At is { } at ? Words.Time(at) + " · " : "", Html.Text(action.By ?? "unknown"), action.HistoryItem, Html.Text(action.Text)));
        if (report.Timeline is { } timeline)
        {
            TimelineHtml.Append(page, timeline);
        }

        Html.Problems(page, report.Problems);
        page.AppendFormat(CultureInfo.InvariantCulture, "<footer>{0}</footer>\n", Words.Cost(report.Usage));
        return HtmlPage.Of($"Triage: {heading}", page);
    }

    private static void Summary(HtmlContentBuilder page, TriageReport report)
    {
        if (report.Summary is not { } summary)
        {
            return;
        }

        page.AppendHtml("<section>\n<h2>Summary</h2>\n<ul class=\"summary\">\n");
        foreach (var statement in summary.Statements)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<li>{0}<sup>{1}</sup></li>\n", Html.Text(statement.Text), string.Join(", ", statement.Evidence));
        }

        page.AppendFormat(CultureInfo.InvariantCulture, "</ul>\n<p class=\"soft\">Written by: {0}. Raised numbers are history items.</p>\n</section>\n", Html.Text(summary.WrittenBy));
    }

    private static void Question(HtmlContentBuilder page, TriageReport report)
    {
        if (report.LastQuestion is { } question)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<section>\n<h2>Last question</h2>\n<blockquote>{0}</blockquote>\n<p class=\"soft\">{1}history item {2}</p>\n</section>\n",
                Html.Text(question.Text), question.At is { } at ? Words.Time(at) + " · " : "", question.HistoryItem);
        }
    }

    private static void People(HtmlContentBuilder page, TriageReport report)
    {
        if (report.Customer is null && report.Case is null)
        {
            return;
        }

        page.AppendHtml("<section>\n<h2>People</h2>\n<dl class=\"facts\">\n");
        Html.Fact(page, "Customer", report.Customer is { } customer ? Words.Facts(customer) : ["unknown"]);
        Html.Fact(page, "Waiting", report.Waiting is { } waiting ? [Words.Turn(waiting), Words.Basis(waiting)] : ["unknown"]);
        Html.Fact(page, "Answered last", Words.LastRep(report));
        page.AppendHtml("</dl>\n</section>\n");
    }
}
