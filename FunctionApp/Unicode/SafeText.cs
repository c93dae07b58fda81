using System.Buffers;
using System.Globalization;
using System.Text;

namespace FuseDeskFlows.Unicode;

/// <summary>Text that cannot play tricks on a reader: no control characters, nothing that reverses or hides what is shown.</summary>
internal static class SafeText
{
    private const int NonJoiner = 0x200C;

    private static readonly SearchValues<char> OfNames = SearchValues.Create("/@._:\\");

    /// <summary>Normalises line ends and removes control, bidirectional and invisible formatting characters.</summary>
    /// <returns>The text with nothing but visible characters, spaces and line feeds.</returns>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        Span<char> buffer = stackalloc char[2];
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n')
            {
                clean.Append('\n');
            }
            else if (rune.Value is '\t' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator)
            {
                clean.Append(' ');
            }
            else if (IsVisible(rune) || (rune.Value is NonJoiner && clean.Length > 0 && IsJoined(clean[^1])))
            {
                clean.Append(buffer[..rune.EncodeToUtf16(buffer)]);
            }
        }

        return clean.ToString();
    }

    /// <summary>The text on one line, with single spaces.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Clean(text).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>One clean line of limited length in UTF-16 units, cut at a word where it can be.</summary>
    /// <returns>The line, ending in an ellipsis if it was cut.</returns>
    public static string Shorten(string text, int maxLength)
    {
        var line = OneLine(text);
        if (line.Length <= maxLength)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', maxLength - 1);
        end = end > maxLength / 2 ? end : maxLength - 1;
        if (char.IsHighSurrogate(line[end - 1]))
        {
            end--;
        }

        return line[..end].TrimEnd(' ', ',', ';', ':') + "…";
    }

    /// <summary>One clean line between quotation marks, which stand nowhere else in it.</summary>
    public static string Quote(string text, int maxLength) =>
        $"“{Shorten(Capitalise(text), maxLength).Replace('“', '\'').Replace('”', '\'')}”";

    /// <summary>The text with a capital at its beginning, unless that would change an address, a file's name or the like.</summary>
    public static string Capitalise(string text) =>
        text is [] or [_, ')', ..] || IsName(text.AsSpan(0, text.IndexOf(' ') is var end and > 0 ? end : text.Length))
            ? text
            : char.ToUpperInvariant(text[0]) + text[1..];

    // "https://...", "members.csv", "a@b.example", "iPhone"; but not "don't" or "again:".
    private static bool IsName(ReadOnlySpan<char> word) => word.TrimEnd(".,:;!?…)\"”’").ContainsAny(OfNames)
        || (char.IsLower(word[0]) && word[1..].ContainsAnyInRange('A', 'Z'));

    // Persian and the scripts of India write with it: within them it is a part of the spelling.
    private static bool IsJoined(char before) => before is >= '\u0620' and <= '\u06ff' or >= '\u0900' and <= '\u0dff';

    // The joiner that holds an emoji together is harmless; every other format character can hide or reorder text.
    private static bool IsVisible(Rune rune) =>
        rune.Value == 0x200D || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
