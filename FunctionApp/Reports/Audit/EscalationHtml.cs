using System.Globalization;
using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>An escalation report as an HTML page: a bar for each chat, the longest wait first.</summary>
internal static class EscalationHtml
{
    private const double FullBar = 100;
    private const double MinBarWidth = 1.5;

    /// <summary>Renders a report.</summary>
    /// <param name="report">The report; every text in it may be hostile.</param>
    /// <returns>The page.</returns>
    public static string Render(EscalationReport report)
    {
        var headline = EscalationWords.Headline(report);
        var page = new HtmlContentBuilder();
        page.AppendFormat(CultureInfo.InvariantCulture,
            "<header>\n<p class=\"eyebrow\">Chat escalation audit</p>\n<h1>{0}</h1>\n<p class=\"soft\">{1}</p>\n</header>\n", headline, HtmlParts.Joined(EscalationWords.Facts(report)));
        var longest = report.Chats.Max(chat => chat.WaitingMinutes) ?? 0;
        foreach (var chat in report.Chats)
        {
            Chat(page, chat, longest);
        }

        HtmlParts.List(page, "Resolved since the last report", "resolved", report.Resolved, (item, chat) =>
            item.AppendFormat(CultureInfo.InvariantCulture, "{0}<span class=\"soft\">{1} · {2}</span>",
                HtmlParts.Text(chat.Client ?? $"Chat {chat.ChatId}"), HtmlParts.Text(chat.Title), HtmlParts.Text(EscalationWords.How(chat))));
        Totals(page, report.Totals);
        HtmlParts.Problems(page, report.Problems);
        page.AppendFormat(CultureInfo.InvariantCulture, "<footer>{0}</footer>\n", ReportText.Cost(report.Usage));
        return HtmlPage.Of(headline, page);
    }

    private static void Chat(HtmlContentBuilder page, EscalationChat chat, int longest)
    {
        var level = EscalationWords.Level(chat.Severity);
        page.AppendFormat(CultureInfo.InvariantCulture, "<article class=\"chat\">\n<h2><span class=\"badge {0}\">{0}</span> {1}</h2>\n",
            level, HtmlParts.Text(chat.Client ?? $"Chat {chat.ChatId}"));
        page.AppendFormat(CultureInfo.InvariantCulture, "<p class=\"soft\">{0}</p>\n",
            HtmlParts.Joined([.. new[] { chat.Title }.OfType<string>(), EscalationWords.Name(chat.Department), $"chat {chat.ChatId}"]));
        Bar(page, chat, level, longest);
        if (chat.Issue is { } issue)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<p>{0}</p>\n", HtmlParts.Text(issue.Text));
        }

        page.AppendHtml("<dl class=\"facts\">\n");
        HtmlParts.Fact(page, "Assigned to", [EscalationWords.Rep(chat.Rep)]);
        HtmlParts.Fact(page, "Waiting", chat.WaitingSince is { } since ? [$"since {ReportText.Time(since)}", EscalationWords.Basis(chat)] : [EscalationWords.Basis(chat)]);
        if (chat.ReportedSince is { } first)
        {
            HtmlParts.Fact(page, "Reported", [$"first at {ReportText.Time(first)}", chat.Repeated ? "unchanged since the last report" : "the customer has written again"]);
        }

        page.AppendHtml("</dl>\n<ul class=\"messages\">\n");
        foreach (var message in chat.LastMessages)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<li class=\"{0}\"><span class=\"soft\">{1}{2}</span>{3}</li>\n",
                message.FromCustomer ? "in" : "out", message.At is { } at ? ReportText.Time(at) + " · " : "", HtmlParts.Text(message.By ?? "unknown"), HtmlParts.Text(message.Text));
        }

        page.AppendHtml("</ul>\n</article>\n");
    }

    private static void Bar(HtmlContentBuilder page, EscalationChat chat, string level, int longest)
    {
        var share = longest == 0 ? 0 : FullBar * (chat.WaitingMinutes ?? 0) / longest;
        page.AppendFormat(CultureInfo.InvariantCulture,
            "<p class=\"wait\"><svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"4\"/><rect class=\"{0}\" width=\"{1:0.#}\" height=\"4\"/></svg> <strong>{2}</strong></p>\n",
            level, Math.Max(MinBarWidth, share), EscalationWords.Waited(chat.WaitingMinutes));
    }

    private static void Totals(HtmlContentBuilder page, EscalationTotals totals)
    {
        HtmlParts.Table(page, "By rep", ["Rep", "Waiting", "Critical", "Longest"], totals.ByRep.Select(total => new[]
        {
            total.Rep is null ? "Nobody" : EscalationWords.Rep(total.Rep), $"{total.Waiting}", $"{total.Critical}",
            total.LongestMinutes is { } minutes ? $"{minutes} min" : "",
        }));
        HtmlParts.Table(page, "By department", ["Department", "Active", "Waiting", "Critical"], totals.ByDepartment.Select(total => new[]
        {
            EscalationWords.Name(total.Department), $"{total.Active}", $"{total.Waiting}", $"{total.Critical}",
        }));
    }
}
