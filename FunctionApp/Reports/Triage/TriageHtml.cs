using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Timeline;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Triage;

/// <summary>A triage report as an HTML page.</summary>
internal static class TriageHtml
{
    public static string Render(TriageReport report)
    {
        var heading = HtmlParts.OneLine(TriageWords.Heading(report));
        var page = new HtmlContentBuilder();
        page.AppendHtml("<header>\n<p class=\"eyebrow\">Case triage</p>\n");
        page.MarkupLine($"<h1>{heading}</h1>");
        if (report.Case is { } supportCase)
        {
            page.MarkupLine($"""<p class="soft">{HtmlParts.Joined(ReportText.CaseFacts(supportCase))}</p>""");
        }

        page.AppendHtml("</header>\n");
        if (report.NextStep is { } step)
        {
            page.MarkupLine($"""<p class="step"><strong>Next step</strong> {HtmlParts.OneLine(step)}</p>""");
        }

        Summary(page, report);
        Question(page, report);
        People(page, report);
        HtmlParts.Candidates(page, report.Candidates);
        HtmlParts.List(page, "Actions so far", "actions", report.Actions, Action);
        if (report.Timeline is { } timeline)
        {
            TimelineHtml.Append(page, timeline);
        }

        HtmlParts.Problems(page, report.Problems);
        HtmlParts.Cost(page, report.Usage);
        return HtmlPage.Render($"Triage: {heading}", page);
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
            page.MarkupLine($"<li>{HtmlParts.OneLine(statement.Text)}<sup>{string.Join(", ", statement.Evidence)}</sup></li>");
        }

        page.AppendHtml("</ul>\n");
        page.MarkupLine($"""<p class="soft">Written by: {HtmlParts.OneLine(summary.WrittenBy)}. Raised numbers are history items.</p>""");
        page.AppendHtml("</section>\n");
    }

    private static void Question(HtmlContentBuilder page, TriageReport report)
    {
        if (report.LastQuestion is { } question)
        {
            page.AppendHtml("<section>\n<h2>Last question</h2>\n");
            page.MarkupLine($"<blockquote>{HtmlParts.OneLine(question.Text)}</blockquote>");
            page.MarkupLine($"""<p class="soft">{ReportText.TimeBefore(question.At)}history item {question.HistoryItem}</p>""");
            page.AppendHtml("</section>\n");
        }
    }

    private static void People(HtmlContentBuilder page, TriageReport report)
    {
        if (report.Customer is null && report.Case is null)
        {
            return;
        }

        page.AppendHtml("<section>\n<h2>People</h2>\n<dl class=\"facts\">\n");
        HtmlParts.Fact(page, "Customer", TriageWords.CustomerFacts(report));
        HtmlParts.Fact(page, "Waiting", TriageWords.WaitingFacts(report));
        HtmlParts.Fact(page, "Answered last", TriageWords.LastRepFacts(report));
        page.AppendHtml("</dl>\n</section>\n");
    }

    private static void Action(HtmlContentBuilder item, ReportAction action)
    {
        var by = HtmlParts.OneLine(action.By ?? "unknown");
        item.Markup($"""<span class="soft">{ReportText.TimeBefore(action.At)}{by} · item {action.HistoryItem}</span> """);
        item.Append(HtmlParts.OneLine(action.Text));
    }
}
