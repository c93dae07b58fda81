using System.Text;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Reports.Rendering;

/// <summary>Makes any text harmless in Markdown: it shows as it is and forms no link, image, heading, list, table or HTML.</summary>
internal static class MarkdownText
{
    // Wherever they stand. '@' would make an address a link, '&' an entity, '$' a formula, '~' strikes out.
    private const string Special = "\\`*_[]<>|~&@$#^";

    // Twice in a row, extensions make something of them: "==", "++", "--", "::" and the like.
    private const string SpecialTwice = "=+-:\",;{}%/'";

    /// <summary>Escapes any text onto one line.</summary>
    public static string Escape(string? text)
    {
        var line = SafeText.OneLine(text ?? "");
        var markdown = new StringBuilder(line.Length + 16);
        for (var index = 0; index < line.Length; index++)
        {
            if (Special.Contains(line[index]) || StartsBlock(line, index) || IsDoubled(line, index) || StartsLink(line, index))
            {
                markdown.Append('\\');
            }

            markdown.Append(line[index]);
        }

        return markdown.ToString();
    }

    private static bool IsDoubled(string line, int index) => SpecialTwice.Contains(line[index])
        && ((index > 0 && line[index - 1] == line[index]) || (index + 1 < line.Length && line[index + 1] == line[index]));

    // "- ", "+ ", "=", ":" and "1." mean something only at the start.
    private static bool StartsBlock(string line, int index) =>
        (index == 0 && line[0] is '-' or '+' or '=' or ':')
        || (line[index] is '.' or ')' && index is > 0 and < 10 && line.AsSpan(0, index).IndexOfAnyExceptInRange('0', '9') < 0);

    // Many renderers make links of bare addresses.
    private static bool StartsLink(string line, int index) =>
        (line[index] == ':'
            && index > 0
            && char.IsLetter(line[index - 1])
            && index + 1 < line.Length
            && !char.IsWhiteSpace(line[index + 1]))
        || (line[index] == '.' && index >= 3 && line.AsSpan(index - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase));
}
