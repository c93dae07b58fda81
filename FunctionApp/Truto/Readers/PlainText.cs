using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>
/// Turns a mail's HTML into plain text. It works on the tokens, not on a tree: text and line breaks are all that is wanted, and a
/// tree of hostile markup (a hundred thousand open elements) takes half a minute to build.
/// </summary>
internal static partial class PlainText
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "head", "title", "template", "noscript", "svg", "math", "iframe", "object", "select", "textarea",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
    };

    private static readonly HashSet<string> Paragraphs = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "pre",
    };

    /// <summary>Takes the markup out, if there is any.</summary>
    /// <returns>Plain text with <c>\n</c> line ends, trimmed, without runs of empty lines.</returns>
    public static string StripMarkup(string text)
    {
        var plain = Markup.IsMatch(text) ? FromHtml(text) : Entity.IsMatch(text) ? System.Net.WebUtility.HtmlDecode(text) : text;
        return Tidy(plain);
    }

    private static string FromHtml(string html)
    {
        var text = new StringBuilder(html.Length / 2);
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        string? skipping = null;

        // Text with a bold word in it, but no tag that breaks a line: its own line ends are meant.
        var preformatted = LineBreakingTag.IsMatch(html) ? 0 : 1;
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            var name = token.Name;
            if (skipping is not null)
            {
                // What is left out ends at its own end tag; inside <head> a <body> ends it too, since </head> may be left off.
                var isOver =
                    (token.Type == HtmlTokenType.EndTag && Same(name, skipping))
                    || (token.Type == HtmlTokenType.StartTag && skipping is "head" && Same(name, "body"));
                skipping = isOver ? null : skipping;
                if (skipping is not null && token.Type == HtmlTokenType.StartTag)
                {
                    tokenizer.State = ModeOf(name);
                }

                continue;
            }

            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    Append(text, token.Data, preformatted > 0);
                    break;
                case HtmlTokenType.StartTag:
                    tokenizer.State = ModeOf(name);
                    if (Skipped.Contains(name) && token is not HtmlTagToken { IsSelfClosing: true })
                    {
                        skipping = name.ToLowerInvariant();
                    }

                    preformatted += Same(name, "pre") ? 1 : 0;
                    Break(text, name, opening: true);
                    break;
                case HtmlTokenType.EndTag:
                    preformatted -= preformatted > 0 && Same(name, "pre") ? 1 : 0;
                    Break(text, name, opening: false);
                    break;
            }
        }

        return text.ToString();
    }

    // The tree builder would tell the tokenizer that a script's content is no markup; without a tree, it is told here.
    private static HtmlParseMode ModeOf(string name) => name.ToUpperInvariant() switch
    {
        "SCRIPT" => HtmlParseMode.Script,
        "STYLE" or "IFRAME" or "NOEMBED" or "NOFRAMES" or "XMP" => HtmlParseMode.Rawtext,
        "TITLE" or "TEXTAREA" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };

    private static void Append(StringBuilder text, string data, bool preformatted)
    {
        if (preformatted)
        {
            text.Append(data);
            return;
        }

        foreach (var character in data)
        {
            var isSpace = character is ' ' or '\n' or '\r' or '\t' or '\f';
            if (!isSpace)
            {
                text.Append(character);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            {
                text.Append(' ');
            }
        }
    }

    private static void Break(StringBuilder text, string name, bool opening)
    {
        if (Same(name, "br"))
        {
            text.Append('\n');
        }
        else if (Same(name, "td") || Same(name, "th"))
        {
            Append(text, " ", preformatted: false);
        }
        else if (Blocks.Contains(name) && text.Length > 0)
        {
            text.Append(text[^1] != '\n' ? Paragraphs.Contains(name) ? "\n\n" : "\n" : Paragraphs.Contains(name) ? "\n" : "");
        }

        if (opening && Same(name, "li"))
        {
            text.Append("- ");
        }
    }

    private static string Tidy(string text) =>
        EmptyLines.Replace(LineEnd.Replace(text.Replace('\u00a0', ' '), "\n"), "\n\n").Trim();

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

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

    [GeneratedRegex(@"[ \t]*\r?\n|\r", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LineEnd { get; }

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EmptyLines { get; }
}
