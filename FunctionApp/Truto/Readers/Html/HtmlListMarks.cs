using System.Globalization;
using AngleSharp.Html.Parser.Tokens;

namespace FuseDeskFlows.Truto.Readers.Html;

/// <summary>
/// Writes before each item of a list what its reader sees there: the number is what people speak of, as in "repair the third first".
/// </summary>
internal sealed class HtmlListMarks
{
    // The next number of each open list; null where its items bear none.
    private readonly Stack<int?> _next = [];

    public void Open(HtmlTagToken tag)
    {
        if (IsList(tag.Name))
        {
            var start = HtmlRoles.Attribute(tag, "start");
            _next.Push(
                HtmlNames.Same(tag.Name, "ul") ? null : int.TryParse(start, CultureInfo.InvariantCulture, out var first) ? first : 1);
        }
    }

    public void Close(string name)
    {
        if (IsList(name))
        {
            _next.Pop();
        }
    }

    public string Next()
    {
        if (!_next.TryPop(out var next))
        {
            return "- ";
        }

        _next.Push(next + 1);
        return next is null ? "- " : string.Create(CultureInfo.InvariantCulture, $"{next}. ");
    }

    private static bool IsList(string name) => HtmlNames.Same(name, "ol") || HtmlNames.Same(name, "ul");
}
