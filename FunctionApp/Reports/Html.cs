using System.Globalization;
using FuseDeskFlows.Language;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports;

/// <summary>Building blocks of the pages. Every text goes through the encoder; none is concatenated into markup.</summary>
internal static class Html
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

    /// <summary>Appends a term and what belongs to it.</summary>
    /// <param name="page">The page, inside a description list.</param>
    /// <param name="term">The term.</param>
    /// <param name="facts">The facts.</param>
    public static void Fact(HtmlContentBuilder page, string term, IEnumerable<string> facts) =>
        page.AppendFormat(CultureInfo.InvariantCulture, "<dt>{0}</dt><dd>{1}</dd>\n", term, Joined(facts));
}
