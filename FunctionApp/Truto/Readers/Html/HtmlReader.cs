using System.Globalization;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace FuseDeskFlows.Truto.Readers.Html;

/// <summary>
/// Reads a mail's HTML as the plain text that its reader sees, with its quotations marked. It works on the tokens, not on a tree: a tree of
/// hostile markup (a hundred thousand open elements) takes half a minute to build.
/// </summary>
internal sealed class HtmlReader
{
    private readonly HtmlLines _lines = new();
    private readonly List<HtmlElement> _open = [];
    private readonly Dictionary<string, int> _openByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _hiddenClasses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<int> _wrappers = [];

    // The next number of each open list; null where its items bear none.
    private readonly Stack<int?> _lists = [];
    private readonly StringBuilder _styles = new();
    private int _preformatted;
    private string? _skipping;

    // Text with a bold word in it, but no tag that breaks a line: its own line ends are meant.
    private HtmlReader(bool hasLines) => _preformatted = hasLines ? 0 : 1;

    /// <summary>Reads the text.</summary>
    /// <param name="html">The mail's body.</param>
    /// <param name="hasLines">True if its tags break lines.</param>
    public static string Read(string html, bool hasLines)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        var reader = new HtmlReader(hasLines);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            reader.Read(token, tokenizer);
        }

        return reader._lines.ToString();
    }

    private void Read(HtmlToken token, HtmlTokenizer tokenizer)
    {
        var isStart = token.Type == HtmlTokenType.StartTag;
        if (_skipping is not null && !IsSkippingOver(token, isStart))
        {
            tokenizer.State = isStart ? ModeOf(token.Name) : tokenizer.State;
            if (token.Type == HtmlTokenType.Character && Same(_skipping, "style"))
            {
                _styles.Append(token.Data);
            }

            return;
        }

        if (_skipping is not null)
        {
            EndSkipping();
            return;
        }

        if (token.Type == HtmlTokenType.Character)
        {
            if (_open is not [.., { IsHidden: true } or { HasNoSize: true }])
            {
                _lines.Append(token.Data, _preformatted > 0);
            }
        }
        else if (isStart)
        {
            tokenizer.State = ModeOf(token.Name);
            Start((HtmlTagToken)token);
        }
        else if (token.Type == HtmlTokenType.EndTag && _openByName.GetValueOrDefault(token.Name) > 0)
        {
            while (Close() is { } closed && !Same(closed, token.Name))
            {
                // Elements that were left open end with the one around them.
            }
        }
    }

    // What is left out ends at its own end tag; inside <head> a <body> ends it too, since </head> may be left off.
    private bool IsSkippingOver(HtmlToken token, bool isStart) =>
        (token.Type == HtmlTokenType.EndTag && Same(token.Name, _skipping!))
        || (isStart && _skipping is "head" && Same(token.Name, "body"));

    private void EndSkipping()
    {
        _skipping = null;
        _hiddenClasses.UnionWith(HtmlStyles.HiddenClasses(_styles.ToString()));
        _styles.Clear();
    }

    private void Start(HtmlTagToken tag)
    {
        while (_open is [.., var last] && HtmlNames.EndsBefore(last.Name, tag.Name))
        {
            Close();
        }

        Break(tag.Name);
        if (HtmlNames.Void.Contains(tag.Name) || tag.IsSelfClosing)
        {
            return;
        }

        if (HtmlNames.Skipped.Contains(tag.Name))
        {
            _skipping = tag.Name.ToLowerInvariant();
            return;
        }

        var around = _open is [.., var parent] ? parent : null;
        var isHidden = around?.IsHidden is true || HtmlRoles.IsHidden(tag, _hiddenClasses);
        var role = isHidden ? HtmlRole.None : HtmlRoles.Of(tag);
        Begin(role);
        var hasNoSize = HtmlStyles.HasNoSize(HtmlRoles.Attribute(tag, "style")) ?? around?.HasNoSize is true;
        _open.Add(new(tag.Name, role, isHidden, hasNoSize, _lines.Count));
        _openByName[tag.Name] = _openByName.GetValueOrDefault(tag.Name) + 1;
        _preformatted += Same(tag.Name, "pre") ? 1 : 0;
        if (IsList(tag.Name))
        {
            var start = HtmlRoles.Attribute(tag, "start");
            _lists.Push(Same(tag.Name, "ul") ? null : int.TryParse(start, CultureInfo.InvariantCulture, out var first) ? first : 1);
        }
    }

    private void Begin(HtmlRole role)
    {
        switch (role)
        {
            case HtmlRole.Quote:
                if (_wrappers.TryPop(out var wrapper))
                {
                    _lines.MarkAttribution(_open[wrapper].FirstLine);
                }

                _lines.EndParagraph();
                _lines.Quotes++;
                break;
            case HtmlRole.Header:
                _lines.Divide();
                break;
            case HtmlRole.Signature:
                _lines.BeginSignature();
                break;
            case HtmlRole.QuoteWrapper:
                _lines.EndLine();
                _wrappers.Push(_open.Count);
                break;
            case HtmlRole.Attribution:
                _lines.EndLine();
                break;
        }
    }

    private string? Close()
    {
        if (_open is not [.., var last])
        {
            return null;
        }

        _open.RemoveAt(_open.Count - 1);
        if (_wrappers.TryPeek(out var wrapper) && wrapper == _open.Count)
        {
            _wrappers.Pop();
        }

        _openByName[last.Name]--;
        _preformatted -= Same(last.Name, "pre") ? 1 : 0;
        if (IsList(last.Name))
        {
            _lists.Pop();
        }

        if (HtmlNames.Blocks.Contains(last.Name))
        {
            End(last.Name);
        }

        if (last.Role == HtmlRole.Quote)
        {
            _lines.EndParagraph();
            _lines.Quotes--;
        }
        else if (last.Role == HtmlRole.Attribution)
        {
            _lines.MarkAttribution(last.FirstLine);
        }
        else if (last.Role == HtmlRole.Signature)
        {
            _lines.EndParagraph();
        }

        return last.Name;
    }

    private void Break(string name)
    {
        if (Same(name, "br"))
        {
            _lines.Break();
        }
        else if (Same(name, "td") || Same(name, "th"))
        {
            _lines.Append(" ", preformatted: false);
        }
        else if (HtmlNames.Blocks.Contains(name))
        {
            End(name);
        }

        if (Same(name, "li"))
        {
            _lines.Append(ItemMark(), preformatted: true);
        }
    }

    // The number is what people speak of: "please repair the third first".
    private string ItemMark()
    {
        if (!_lists.TryPop(out var next))
        {
            return "- ";
        }

        _lists.Push(next + 1);
        return next is null ? "- " : string.Create(CultureInfo.InvariantCulture, $"{next}. ");
    }

    private static bool IsList(string name) => Same(name, "ol") || Same(name, "ul");

    private void End(string name)
    {
        if (HtmlNames.Paragraphs.Contains(name))
        {
            _lines.EndParagraph();
        }
        else
        {
            _lines.EndLine();
        }
    }

    // The tree builder would tell the tokenizer that a script's content is no markup; without a tree, it is told here.
    private static HtmlParseMode ModeOf(string name) => name.ToUpperInvariant() switch
    {
        "SCRIPT" => HtmlParseMode.Script,
        "STYLE" or "IFRAME" or "NOEMBED" or "NOFRAMES" or "XMP" => HtmlParseMode.Rawtext,
        "TITLE" or "TEXTAREA" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
