using System.Text;
using System.Text.RegularExpressions;
using FuseDeskFlows.Truto.Readers.Html;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>Turns what a text field holds, HTML or not, into plain text.</summary>
internal static partial class PlainText
{
    /// <summary>Takes the markup out, if there is any.</summary>
    /// <returns>Plain text with <c>\n</c> line ends, trimmed, without runs of empty lines.</returns>
    public static string StripMarkup(string text)
    {
        var plain =
            Markup.IsMatch(text) ? HtmlReader.Read(text, hasLines: LineBreakingTag.IsMatch(text))
            : Entity.IsMatch(text) ? System.Net.WebUtility.HtmlDecode(text)
            : text;
        return Tidy(plain);
    }

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var isParagraph = false;
        foreach (var line in text.Replace('\u00a0', ' ').AsSpan().EnumerateLines())
        {
            var shown = line.TrimEnd(" \t");
            if (shown.Length > 0)
            {
                tidy.Append(tidy.Length == 0 ? "" : isParagraph ? "\n\n" : "\n").Append(shown);
            }

            isParagraph = shown.Length == 0;
        }

        return tidy.ToString().Trim();
    }

    // What a mail program writes: a tag at the very start, an end tag, or a line break. "a < b", "<sarah@example.com>" and a customer's
    // words about "the <script> tag" are no markup, and nothing of them may get lost.
    [GeneratedRegex(
        @"^\s*<(?:[a-z][a-z0-9]*[\s/>]|!doctype|!--)|</(?:html|head|body|div|p|span|a|b|i|u|em|strong|font|table|tbody|tr|td|th|ul|ol|li"
        + @"|pre|blockquote|h[1-6]|style|script|center)\s*>|<(?:br|hr|p|div|img)(?:\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Markup { get; }

    [GeneratedRegex(
        "<(?:br|p|div|table|tr|li|ul|ol|h[1-6]|body|pre)[ \t\r\n/>]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LineBreakingTag { get; }

    [GeneratedRegex(
        "&(?:nbsp|amp|lt|gt|quot|apos|#[0-9]{1,6}|#x[0-9a-f]{1,6});",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Entity { get; }
}
