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
        var heading = HtmlParts.Text(ReportText.Heading(report));
        var page = new HtmlContentBuilder();
        page.AppendFormat(CultureInfo.InvariantCulture, "<header>\n<p class=\"eyebrow\">Case triage</p>\n<h1>{0}</h1>\n", heading);
        if (report.Case is { } supportCase)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<p class=\"soft\">{0}</p>\n", HtmlParts.Joined(ReportText.Facts(supportCase)));
        }

        page.AppendHtml("</header>\n");
        if (report.NextStep is { } step)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<p class=\"step\"><strong>Next step</strong> {0}</p>\n", HtmlParts.Text(step));
        }

        Summary(page, report);
        Question(page, report);
        People(page, report);
        HtmlParts.Candidates(page, report.Candidates);
        HtmlParts.List(page, "Actions so far", "actions", report.Actions, (item, action) =>
            item.AppendFormat(CultureInfo.InvariantCulture, "<span class=\"soft\">{0}{1} · item {2}</span> {3}",
                action.At is { } at ? ReportText.Time(at) + " · " : "", HtmlParts.Text(action.By ?? "unknown"), action.HistoryItem, HtmlParts.Text(action.Text)));
        if (report.Timeline is { } timeline)
        {
            TimelineHtml.Append(page, timeline);
        }

        HtmlParts.Problems(page, report.Problems);
        page.AppendFormat(CultureInfo.InvariantCulture, "<footer>{0}</footer>\n", ReportText.Cost(report.Usage));
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
            page.AppendFormat(CultureInfo.InvariantCulture, "<li>{0}<sup>{1}</sup></li>\n", HtmlParts.Text(statement.Text), string.Join(", ", statement.Evidence));
        }

        page.AppendFormat(CultureInfo.InvariantCulture, "</ul>\n<p class=\"soft\">Written by: {0}. Raised numbers are history items.</p>\n</section>\n", HtmlParts.Text(summary.WrittenBy));
    }

    private static void Question(HtmlContentBuilder page, TriageReport report)
    {
        if (report.LastQuestion is { } question)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<section>\n<h2>Last question</h2>\n<blockquote>{0}</blockquote>\n<p class=\"soft\">{1}history item {2}</p>\n</section>\n",
                HtmlParts.Text(question.Text), question.At is { } at ? ReportText.Time(at) + " · " : "", question.HistoryItem);
        }
    }

    private static void People(HtmlContentBuilder page, TriageReport report)
    {
        if (report.Customer is null && report.Case is null)
        {
            return;
        }

        page.AppendHtml("<section>\n<h2>People</h2>\n<dl class=\"facts\">\n");
        HtmlParts.Fact(page, "Customer", report.Customer is { } customer ? ReportText.Facts(customer) : ["unknown"]);
        HtmlParts.Fact(page, "Waiting", report.Waiting is { } waiting ? [ReportText.Turn(waiting), ReportText.Basis(waiting)] : ["unknown"]);
        HtmlParts.Fact(page, "Answered last", ReportText.LastRep(report));
        page.AppendHtml("</dl>\n</section>\n");
    }
}
