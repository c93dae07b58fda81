using System.Text.RegularExpressions;

namespace FuseDeskFlows.Truto.Readers.Html;

/// <summary>What the styles of a mail say of its reader's seeing an element. Newsletters hide text that only lists of mails show.</summary>
internal static partial class HtmlStyles
{
    /// <summary>True if nothing in an element with this style can be seen.</summary>
    public static bool Hides(string style) => Hidden.IsMatch(style) || (NoHeight.IsMatch(style) && Overflow.IsMatch(style));

    /// <summary>Whether letters have no size, or one that nobody can read, which an element within may change.</summary>
    /// <returns>Null if the style does not say.</returns>
    public static bool? HasNoSize(string style) =>
        FontSize.Match(style) is { Success: true } match ? NoSize.IsMatch(match.Groups["size"].Value) : null;

    /// <summary>True for the line that Outlook draws above the header of what it quotes.</summary>
    public static bool IsOutlookDivider(string style) => OutlookLine.IsMatch(style) && OutlookPadding.IsMatch(style);

    /// <summary>True for a mere indentation, which people use for their own words.</summary>
    public static bool IsIndentation(string style) => NoBorder.IsMatch(style);

    /// <summary>Reads which classes a style sheet hides, whatever the size of the screen.</summary>
    public static IEnumerable<string> HiddenClasses(string css)
    {
        var (depth, start) = (0, 0);
        var selector = "";
        for (var index = 0; index < css.Length; index++)
        {
            if (css[index] == '{' && depth++ == 0)
            {
                selector = css[start..index];
                start = index + 1;
            }
            else if (css[index] == '}' && depth > 0 && --depth == 0)
            {
                var body = css[start..index];
                start = index + 1;
                if (!selector.Contains('@', StringComparison.Ordinal) && Hides(body)
                    && ClassSelector.Match(selector) is { Success: true } match)
                {
                    yield return match.Groups["class"].Value;
                }
            }
        }
    }

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    [GeneratedRegex(
        @"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|mso-hide\s*:\s*all"
        + @"|(^|[;\s])(left|right|top|text-indent|margin-left|margin-top)\s*:\s*-(\d{4,}|999)|(^|[;\s])color\s*:\s*transparent"
        + @"|(^|[;\s])opacity\s*:\s*0(\.0+)?\s*(;|!|$)", Options)]
    private static partial Regex Hidden { get; }

    [GeneratedRegex(@"(^|[;\s])(max-)?height\s*:\s*0(px|pt|em)?\s*(;|!|$)", Options)]
    private static partial Regex NoHeight { get; }

    [GeneratedRegex(@"overflow\s*:\s*hidden", Options)]
    private static partial Regex Overflow { get; }

    [GeneratedRegex(@"font-size\s*:\s*(?<size>[^;!]{1,30})", Options)]
    private static partial Regex FontSize { get; }

    [GeneratedRegex(@"^\s*((0+(\.0+)?|\.0+)\s*(px|pt|em|rem|%)?|[01]?(\.\d+)?\s*(px|pt))\s*$", Options)]
    private static partial Regex NoSize { get; }

    [GeneratedRegex(@"border-top\s*:\s*solid", Options)]
    private static partial Regex OutlookLine { get; }

    [GeneratedRegex(@"padding\s*:\s*3\.?0?pt\s+0", Options)]
    private static partial Regex OutlookPadding { get; }

    [GeneratedRegex(@"border(-left)?\s*:\s*(none|0)", Options)]
    private static partial Regex NoBorder { get; }

    [GeneratedRegex(@"^\s*[a-z]{0,10}\.(?<class>[\w-]{1,60})\s*$", Options)]
    private static partial Regex ClassSelector { get; }
}
