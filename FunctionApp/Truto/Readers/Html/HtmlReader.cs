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
    private readonly Stack<int> _wrappers = [];
    private readonly HtmlListMarks _lists = new();
    private readonly HtmlSkippedContent _skipped = new();
    private int _preformatted;

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
        if (_skipped.Takes(token, tokenizer))
        {
            return;
        }

        if (token.Type == HtmlTokenType.Character)
        {
            if (_open is not [.., { IsHidden: true } or { HasNoSize: true }])
            {
                _lines.Append(token.Data, _preformatted > 0);
            }
        }
        else if (token.Type == HtmlTokenType.StartTag)
        {
            tokenizer.State = HtmlNames.ModeOf(token.Name);
            Start((HtmlTagToken)token);
        }
        else if (token.Type == HtmlTokenType.EndTag && _openByName.GetValueOrDefault(token.Name) > 0)
        {
            while (Close() is { } closed && !HtmlNames.Same(closed, token.Name))
            {
                // Elements that were left open end with the one around them.
            }
        }
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
            _skipped.Begin(tag.Name);
            return;
        }

        var around = _open is [.., var parent] ? parent : null;
        var isHidden = around?.IsHidden is true || HtmlRoles.IsHidden(tag, _skipped.HiddenClasses);
        var role = isHidden ? HtmlRole.None : HtmlRoles.Of(tag);
        Begin(role);
        var hasNoSize = HtmlStyles.HasNoSize(HtmlRoles.Attribute(tag, "style")) ?? around?.HasNoSize is true;
        _open.Add(new(tag.Name, role, isHidden, hasNoSize, _lines.Count));
        _openByName[tag.Name] = _openByName.GetValueOrDefault(tag.Name) + 1;
        _preformatted += HtmlNames.Same(tag.Name, "pre") ? 1 : 0;
        _lists.Open(tag);
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
        _preformatted -= HtmlNames.Same(last.Name, "pre") ? 1 : 0;
        _lists.Close(last.Name);
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
        if (HtmlNames.Same(name, "br"))
        {
            _lines.Break();
        }
        else if (HtmlNames.Same(name, "td") || HtmlNames.Same(name, "th"))
        {
            _lines.Append(" ", preformatted: false);
        }
        else if (HtmlNames.Blocks.Contains(name))
        {
            End(name);
        }

        if (HtmlNames.Same(name, "li"))
        {
            _lines.Append(_lists.Next(), preformatted: true);
        }
    }

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
}
