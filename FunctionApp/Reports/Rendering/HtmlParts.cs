using System.Globalization;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Reports.Shared;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Rendering;

/// <summary>Building blocks of the pages. Every text goes through the encoder; none is concatenated into markup.</summary>
internal static class HtmlParts
{
    /// <summary>Any text on one line, without characters that hide or reorder others.</summary>
    /// <param name="text">Any text, also hostile.</param>
    /// <returns>Text, still to be encoded.</returns>
    public static string Text(string? text) => SafeText.OneLine(text ?? "");

    /// <summary>Facts, divided by middle dots.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>Text, still to be encoded.</returns>
    public static string Joined(IEnumerable<string> facts) => string.Join(" · ", facts.Select(Text));

    /// <summary>Appends a list, if there is anything to list.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="page">The page.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="style">The list's class.</param>
    /// <param name="items">What is listed.</param>
    /// <param name="write">Writes one item's content.</param>
    public static void List<T>(HtmlContentBuilder page, string heading, string style, IReadOnlyList<T> items, Action<HtmlContentBuilder, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        page.AppendFormat(CultureInfo.InvariantCulture, "<section>\n<h2>{0}</h2>\n<ul class=\"{1}\">\n", heading, style);
        foreach (var item in items)
        {
            page.AppendHtml("<li>");
            write(page, item);
            page.AppendHtml("</li>\n");
        }

        page.AppendHtml("</ul>\n</section>\n");
    }

    /// <summary>Appends the contacts among whom a reader must choose, if there are any.</summary>
    /// <param name="page">The page.</param>
    /// <param name="candidates">The contacts.</param>
    public static void Candidates(HtmlContentBuilder page, IReadOnlyList<ReportCandidate> candidates) =>
        List(page, "Which contact is meant?", "candidates", candidates, (item, candidate) =>
            item.AppendFormat(CultureInfo.InvariantCulture, "{0} <code>{1}</code>", Text(candidate.Name ?? "Name unknown"), Text(candidate.ContactId.Value)));

    /// <summary>Appends the problems, if there are any.</summary>
    /// <param name="page">The page.</param>
    /// <param name="problems">The problems.</param>
    public static void Problems(HtmlContentBuilder page, IReadOnlyList<ReportProblem> problems) => List(page, "Problems", "problems", problems, (item, problem) =>
        item.AppendFormat(CultureInfo.InvariantCulture, "<strong>{0}</strong> {1}", Text(problem.Type), Text(problem.Detail)));

    /// <summary>Appends a table, if it has any row.</summary>
    /// <param name="page">The page.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="columns">The columns' names; the first is a text, the others are numbers.</param>
    /// <param name="rows">The rows.</param>
    public static void Table(HtmlContentBuilder page, string heading, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.AppendFormat(CultureInfo.InvariantCulture, "<section>\n<h2>{0}</h2>\n<table>\n<thead>", heading);
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
            page.AppendHtml(opening).Append(Text(text)).AppendHtml(closing);
        }

        page.AppendHtml("</tr>\n");
    }

    /// <summary>Appends a term and what belongs to it.</summary>
    /// <param name="page">The page, inside a description list.</param>
    /// <param name="term">The term.</param>
    /// <param name="facts">The facts.</param>
    public static void Fact(HtmlContentBuilder page, string term, IEnumerable<string> facts) =>
        page.AppendFormat(CultureInfo.InvariantCulture, "<dt>{0}</dt><dd>{1}</dd>\n", term, Joined(facts));
}
