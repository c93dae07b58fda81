using AngleSharp.Html.Parser.Tokens;

namespace FuseDeskFlows.Truto.Readers.Html;

/// <summary>
/// Knows by which classes and ids Gmail, Outlook, Apple Mail, Yahoo, Thunderbird, Proton Mail, GMX and others mark quotations and
/// signatures. Mails that were shown in Outlook on the web have an <c>x_</c> before them.
/// </summary>
internal static class HtmlRoles
{
    private static readonly string[] Quotes = ["yahoo_quoted", "tutanota_quote", "zmail_extra", "front-blockquote"];
    private static readonly string[] Wrappers = ["gmail_quote", "gmail_quote_container", "protonmail_quote", "gmail_extra"];
    private static readonly string[] Attributions = ["gmail_attr", "moz-cite-prefix"];
    private static readonly string[] Signatures =
        ["gmail_signature", "moz-signature", "protonmail_signature_block", "ms-outlook-mobile-signature", "composer_signature"];

    private static readonly string[] Headers = ["divRplyFwdMsg", "OutlookMessageHeader", "mail-editor-reference-message-container"];

    /// <summary>Reads a start tag.</summary>
    public static HtmlRole Of(HtmlTagToken tag)
    {
        var style = Attribute(tag, "style");
        if (HtmlNames.Same(tag.Name, "blockquote"))
        {
            var isPlain = Attribute(tag, "type").Length == 0 && Attribute(tag, "class").Length == 0;
            return isPlain && HtmlStyles.IsIndentation(style) ? HtmlRole.None : HtmlRole.Quote;
        }

        if (HtmlStyles.IsOutlookDivider(style))
        {
            return HtmlRole.Header;
        }

        var names = $"{Attribute(tag, "class")} {Attribute(tag, "id")} {Attribute(tag, "data-smartmail")}";
        return string.IsNullOrWhiteSpace(names) && !HtmlNames.Same(Attribute(tag, "name"), "quote") ? HtmlRole.None
            : HtmlNames.Same(Attribute(tag, "name"), "quote") || Has(names, Quotes) || Has(names, "OLK_SRC_BODY_SECTION") ? HtmlRole.Quote
            : Has(names, Attributions) ? HtmlRole.Attribution
            : Has(names, Signatures) ? HtmlRole.Signature
            : Has(names, Headers) ? HtmlRole.Header
            : Has(names, Wrappers) ? HtmlRole.QuoteWrapper
            : HtmlRole.None;
    }

    /// <summary>True if an element cannot be seen.</summary>
    public static bool IsHidden(HtmlTagToken tag, IReadOnlySet<string> hiddenClasses)
    {
        if (HtmlStyles.Hides(Attribute(tag, "style")) || tag.Attributes.Exists(attribute => HtmlNames.Same(attribute.Name, "hidden")))
        {
            return true;
        }

        var classes = Attribute(tag, "class");
        return classes.Length > 0 && Array.Exists(
            classes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            name => hiddenClasses.Contains(name) || HtmlNames.Same(name, "preheader"));
    }

    public static string Attribute(HtmlTagToken tag, string name) =>
        tag.Attributes.Find(attribute => HtmlNames.Same(attribute.Name, name)).Value ?? "";

    private static bool Has(string names, params ReadOnlySpan<string> wanted)
    {
        foreach (var range in names.AsSpan().Split(' '))
        {
            var name = names.AsSpan()[range];
            name = name.StartsWith("x_", StringComparison.Ordinal) ? name[2..] : name;
            foreach (var one in wanted)
            {
                // Yahoo numbers its ids and puts others before its classes.
                if (name.Equals(one, StringComparison.OrdinalIgnoreCase)
                    || (one.Length > 10 && name.EndsWith(one, StringComparison.OrdinalIgnoreCase)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
