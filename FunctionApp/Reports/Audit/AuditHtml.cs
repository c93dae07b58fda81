using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>An escalation report as an HTML page: a bar for each chat, the longest wait first.</summary>
internal static class AuditHtml
{
    private const double FullBar = 100;
    private const double MinBarWidth = 1.5;

    public static string Render(AuditReport report)
    {
        var headline = AuditWords.Headline(report);
        var page = new HtmlContentBuilder();
        page.AppendHtml("<header>\n<p class=\"eyebrow\">Chat escalation audit</p>\n");
        page.MarkupLine($"<h1>{headline}</h1>");
        page.MarkupLine($"""<p class="soft">{HtmlParts.Joined(AuditWords.ReportFacts(report))}</p>""");
        page.AppendHtml("</header>\n");

        var longest = report.Chats.Max(chat => chat.WaitingMinutes) ?? 0;
        foreach (var chat in report.Chats)
        {
            Chat(page, chat, longest);
        }

        HtmlParts.List(page, "Resolved since the last report", "resolved", report.Resolved, Resolved);
        Totals(page, report.Totals);
        HtmlParts.Problems(page, report.Problems);
        HtmlParts.Cost(page, report.Usage);
        return HtmlPage.Render(headline, page);
    }

    private static void Chat(HtmlContentBuilder page, EscalatedChat chat, int longest)
    {
        var level = AuditWords.SeverityName(chat.Severity);
        var client = HtmlParts.OneLine(chat.Client ?? $"Chat {chat.ChatId}");
        string?[] facts = [chat.Title, chat.Department.DisplayName, $"chat {chat.ChatId}"];
        page.AppendHtml("<article class=\"chat\">\n");
        page.MarkupLine($"""<h2><span class="badge {level}">{level}</span> {client}</h2>""");
        page.MarkupLine($"""<p class="soft">{HtmlParts.Joined(facts.OfType<string>())}</p>""");
        Bar(page, chat, level, longest);
        if (chat.Issue is { } issue)
        {
            page.MarkupLine($"<p>{HtmlParts.OneLine(issue.Text)}</p>");
        }

        Facts(page, chat);
        page.AppendHtml("<ul class=\"messages\">\n");
        foreach (var message in chat.LastMessages)
        {
            var at = ReportText.TimeBefore(message.At);
            page.Markup($"""<li class="{(message.FromCustomer ? "in" : "out")}">""");
            page.Markup($"""<span class="soft">{at}{HtmlParts.OneLine(message.By ?? "unknown")}</span>""");
            page.MarkupLine($"{HtmlParts.OneLine(message.Text)}</li>");
        }

        page.AppendHtml("</ul>\n</article>\n");
    }

    private static void Facts(HtmlContentBuilder page, EscalatedChat chat)
    {
        var judgedBy = ReportText.JudgedBy(chat.JudgedBy);
        page.AppendHtml("<dl class=\"facts\">\n");
        HtmlParts.Fact(page, "Assigned to", [AuditWords.AssignedRep(chat.Rep)]);
        HtmlParts.Fact(page, "Waiting", chat.WaitingSince is { } since ? [$"since {ReportText.Time(since)}", judgedBy] : [judgedBy]);
        if (chat.ReportedSince is { } first)
        {
            var change = chat.Repeated ? "unchanged since the last report" : "the customer has written again";
            HtmlParts.Fact(page, "Reported", [$"first at {ReportText.Time(first)}", change]);
        }

        page.AppendHtml("</dl>\n");
    }

    private static void Bar(HtmlContentBuilder page, EscalatedChat chat, string level, int longest)
    {
        var share = longest == 0 ? 0 : FullBar * (chat.WaitingMinutes ?? 0) / longest;
        page.AppendHtml("<p class=\"wait\"><svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        page.AppendHtml("<rect class=\"track\" width=\"100\" height=\"4\"/>");
        page.Markup($"""<rect class="{level}" width="{Math.Max(MinBarWidth, share):0.#}" height="4"/></svg> """);
        page.MarkupLine($"<strong>{AuditWords.WaitingTime(chat.WaitingMinutes)}</strong></p>");
    }

    private static void Resolved(HtmlContentBuilder item, ResolvedChat chat)
    {
        item.Append(HtmlParts.OneLine(chat.Client ?? $"Chat {chat.ChatId}"));
        item.Markup($"""<span class="soft">{HtmlParts.OneLine(chat.Title)} · {AuditWords.HowResolved(chat)}</span>""");
    }

    private static void Totals(HtmlContentBuilder page, AuditTotals totals)
    {
        HtmlParts.Table(page, "By rep", ["Rep", "Waiting", "Critical", "Longest"], totals.ByRep.Select(total => new[]
        {
            total.Rep is null ? "Nobody" : AuditWords.AssignedRep(total.Rep), $"{total.Waiting}", $"{total.Critical}",
            total.LongestMinutes is { } minutes ? $"{minutes} min" : "",
        }));
        HtmlParts.Table(page, "By department", ["Department", "Active", "Waiting", "Critical"], totals.ByDepartment.Select(total => new[]
        {
            total.Department.DisplayName, $"{total.Active}", $"{total.Waiting}", $"{total.Critical}",
        }));
    }
}
