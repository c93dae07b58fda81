using System.Globalization;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Unicode;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Rendering;

/// <summary>Building blocks of the pages. Every text goes through the encoder; none is concatenated into markup.</summary>
internal static class HtmlParts
{
    /// <summary>Appends markup; whatever is interpolated into it is encoded.</summary>
    public static HtmlContentBuilder Markup(this HtmlContentBuilder page, FormattableString markup)
    {
        page.AppendFormat(CultureInfo.InvariantCulture, markup.Format, markup.GetArguments());
        return page;
    }

    /// <summary>Appends a line of markup; whatever is interpolated into it is encoded.</summary>
    public static void MarkupLine(this HtmlContentBuilder page, FormattableString markup) => page.Markup(markup).AppendHtml("\n");

    /// <summary>Any text on one line, without characters that hide or reorder others; still to be encoded.</summary>
    public static string OneLine(string? text) => SafeText.OneLine(text ?? "");

    /// <summary>Facts, divided by middle dots; still to be encoded.</summary>
    public static string Joined(IEnumerable<string> facts) => string.Join(" · ", facts.Select(OneLine));

    /// <summary>Appends a list, if there is anything to list.</summary>
    public static void List<T>(
        HtmlContentBuilder page, string heading, string cssClass, IReadOnlyList<T> items, Action<HtmlContentBuilder, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        page.AppendHtml("<section>\n");
        page.MarkupLine($"<h2>{heading}</h2>");
        page.MarkupLine($"""<ul class="{cssClass}">""");
        foreach (var item in items)
        {
            page.AppendHtml("<li>");
            write(page, item);
            page.AppendHtml("</li>\n");
        }

        page.AppendHtml("</ul>\n</section>\n");
    }

    /// <summary>Appends the contacts among whom a reader must choose, if there are any.</summary>
    public static void Candidates(HtmlContentBuilder page, IReadOnlyList<ReportCandidate> candidates) =>
        List(page, "Which contact is meant?", "candidates", candidates, (item, candidate) =>
            item.Markup($"{OneLine(candidate.Name ?? "Name unknown")} <code>{OneLine(candidate.ContactId.Value)}</code>"));

    /// <summary>Appends the problems, if there are any.</summary>
    public static void Problems(HtmlContentBuilder page, IReadOnlyList<ReportProblem> problems) =>
        List(page, "Problems", "problems", problems, (item, problem) =>
            item.Markup($"<strong>{OneLine(problem.Type)}</strong> {OneLine(problem.Detail)}"));

    /// <summary>Appends a table, if it has any row; its first column is a text, the others are numbers.</summary>
    public static void Table(HtmlContentBuilder page, string heading, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.AppendHtml("<section>\n");
        page.MarkupLine($"<h2>{heading}</h2>");
        page.AppendHtml("<table>\n<thead>");
        Row(page, "<th scope=\"col\">", "</th>", columns);
        page.AppendHtml("</thead>\n<tbody>\n");
        foreach (var row in all)
        {
            Row(page, "<td>", "</td>", row);
        }

        page.AppendHtml("</tbody>\n</table>\n</section>\n");
    }

    private static void Row(HtmlContentBuilder page, string opening, string closing, IEnumerable<string> texts)
    {
        page.AppendHtml("<tr>");
        foreach (var text in texts)
        {
            page.AppendHtml(opening).Append(OneLine(text)).AppendHtml(closing);
        }

        page.AppendHtml("</tr>\n");
    }

    /// <summary>Appends a term and what belongs to it; the page stands inside a description list.</summary>
    public static void Fact(HtmlContentBuilder page, string term, IEnumerable<string> facts) =>
        page.MarkupLine($"<dt>{term}</dt><dd>{Joined(facts)}</dd>");

    /// <summary>Ends the page with what the run cost.</summary>
    public static void Cost(HtmlContentBuilder page, RunUsage usage) => page.MarkupLine($"<footer>{ReportText.Cost(usage)}</footer>");
}
