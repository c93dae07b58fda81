using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace FuseDeskFlows.Truto.Readers.Html;

/// <summary>Elements by what they mean for plain text.</summary>
internal static class HtmlNames
{
    /// <summary>Their content is no text.</summary>
    public static readonly FrozenSet<string> Skipped = Set(
        "script style head title template noscript svg math iframe object select textarea");

    /// <summary>They have no content and no end tag.</summary>
    public static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta source track wbr");

    /// <summary>They begin and end a line.</summary>
    public static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main "
        + "nav ol p pre section table tr ul");

    /// <summary>A blank line stands before and after them.</summary>
    public static readonly FrozenSet<string> Paragraphs = Set("p h1 h2 h3 h4 h5 h6 blockquote table ul ol pre");

    private static readonly Dictionary<string, FrozenSet<string>> Closers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["p"] = Blocks,
        ["li"] = Set("li"),
        ["td"] = Set("td th tr"),
        ["th"] = Set("td th tr"),
        ["tr"] = Set("tr"),
        ["option"] = Set("option"),
    };

    /// <summary>Whether an open element ends where another begins, since its end tag may be left off.</summary>
    public static bool EndsBefore(string open, string next) => Closers.TryGetValue(open, out var closers) && closers.Contains(next);

    /// <summary>
    /// How what follows a start tag is read. The tree builder would tell the tokenizer that a script's content is no markup; without a
    /// tree, it is told here.
    /// </summary>
    public static HtmlParseMode ModeOf(string name) => name.ToUpperInvariant() switch
    {
        "SCRIPT" => HtmlParseMode.Script,
        "STYLE" or "IFRAME" or "NOEMBED" or "NOFRAMES" or "XMP" => HtmlParseMode.Rawtext,
        "TITLE" or "TEXTAREA" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };

    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
