using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace FuseDeskFlows.Truto.Readers.Html;

/// <summary>Passes over what is no text of the mail, and learns from the style sheets in it which classes cannot be seen.</summary>
internal sealed class HtmlSkippedContent
{
    private readonly HashSet<string> _hiddenClasses = new(StringComparer.OrdinalIgnoreCase);
    private readonly StringBuilder _styles = new();
    private string? _element;

    public IReadOnlySet<string> HiddenClasses => _hiddenClasses;

    /// <summary>Passes over an element that begins here.</summary>
    public void Begin(string name) => _element = name.ToLowerInvariant();

    /// <summary>True if the token belongs to what is passed over.</summary>
    public bool Takes(HtmlToken token, HtmlTokenizer tokenizer)
    {
        if (_element is null)
        {
            return false;
        }

        if (Ends(token))
        {
            _element = null;
            _hiddenClasses.UnionWith(HtmlStyles.HiddenClasses(_styles.ToString()));
            _styles.Clear();
        }
        else if (token.Type == HtmlTokenType.StartTag)
        {
            tokenizer.State = HtmlNames.ModeOf(token.Name);
        }
        else if (token.Type == HtmlTokenType.Character && _element is "style")
        {
            _styles.Append(token.Data);
        }

        return true;
    }

    // It ends at its own end tag; inside <head> a <body> ends it too, since </head> may be left off.
    private bool Ends(HtmlToken token) =>
        (token.Type == HtmlTokenType.EndTag && HtmlNames.Same(token.Name, _element!))
        || (token.Type == HtmlTokenType.StartTag && _element is "head" && HtmlNames.Same(token.Name, "body"));
}
