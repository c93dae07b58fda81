using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts;

/// <summary>
/// Cuts a text into what no sentence goes across: paragraphs, list items, lines of logs, and short lines that were not wrapped.
/// </summary>
internal static class TextBlocks
{
    // Mail programs wrap lines at 65 characters and more: where the next word would have had room, its writer began a new line.
    private const int MinWrappedLength = 60;
    private const int MaxDigits = 3;

    private static readonly char[] Bullets = ['-', '*', '•', '–', '—', '·', '‣', '◦', '▪', '●', '→', '・', '○', '■', '□', '✓', '➢'];

    /// <summary>The blocks, each on one line; a list item without its bullet, but with its number.</summary>
    public static IEnumerable<(string Text, BlockKind Kind)> Split(string text)
    {
        var block = new List<string>();
        string? last = null;
        var kind = BlockKind.Paragraph;
        var isFenced = false;
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            var isLog = isFence || isFenced || LogLine.IsOne(line);
            isFenced ^= isFence;
            if (line.Length == 0 || isLog || IsListItem(line) || IsNewLine(last, line))
            {
                yield return (string.Join(' ', block), kind);
                block.Clear();
                kind = !isLog && line.Length > 0 && IsListItem(line) ? BlockKind.ListItem : BlockKind.Paragraph;
            }

            // A line of a log is one whatever comes next.
            last = isLog ? null : line;
            if (isLog)
            {
                yield return (isFence ? "" : line, BlockKind.Log);
            }
            else if (line.Length > 0)
            {
                block.Add(WithoutBullet(line));
            }
        }

        yield return (string.Join(' ', block), kind);
    }

    /// <summary>True if a line begins with a bullet, or with a number or letter as items of a list have.</summary>
    public static bool IsListItem(string line) => IsBulleted(line) || MarkerLength(line) > 0;

    /// <summary>How long the number or letter is that an item begins with: "1.", "(2)", "c)", "①".</summary>
    /// <returns>Its length with its mark; 0 if there is none.</returns>
    public static int MarkerLength(ReadOnlySpan<char> line)
    {
        if (line.Length > 1 && line[0] is >= '①' and <= '⑳')
        {
            return 1;
        }

        var start = line.Length > 0 && line[0] is '(' or '（' ? 1 : 0;
        var end = start;
        while (end < line.Length && end - start < MaxDigits && char.IsDigit(line[end]))
        {
            end++;
        }

        var isLetter = end == start && end < line.Length && char.IsAsciiLetter(line[end]);
        end += isLetter ? 1 : 0;
        if (end == start || end >= line.Length - 1)
        {
            return 0;
        }

        // A letter has a bracket: "A. Weber" is a name.
        return line[end] switch
        {
            ')' or '）' => end + 1,
            '.' when start == 0 && !isLetter && line[end + 1] == ' ' => IsDay(line[(end + 1)..]) ? 0 : end + 1,
            '、' or '．' when start == 0 && !isLetter => end + 1,
            _ => 0,
        };
    }

    private static bool BeginsWithDay(string line) => IsDay(line.AsSpan().TrimStart("0123456789."));

    private static bool IsDay(ReadOnlySpan<char> rest) => Languages.MonthNames.Find(FirstWord(rest.TrimStart())) != 0;

    public static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && Languages.MonthNames.IsPartOfWord(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    private static bool IsBulleted(string line) =>
        line.Length > 1 && Bullets.AsSpan().Contains(line[0]) && (line[1] == ' ' || line[0] is '•' or '・' or '●' or '○' or '■' or '□');

    private static string WithoutBullet(string line) =>
        IsBulleted(line) || line[0] is '-' or '*' or '•' ? line.TrimStart(['-', .. Bullets, ' ']) : line;

    private static bool IsNewLine(string? last, string line)
    {
        if (string.IsNullOrEmpty(last) || line.Length == 0 || last[^1] is ',' or ';' or '-' or '–' or '(')
        {
            return false;
        }

        // A small letter goes on; a script without capitals cannot tell, and lines are wrapped only where they are full.
        var word = line.IndexOf(' ');
        word = word < 0 || Scripts.IsUndivided(line[0]) ? 1 : word;
        return !char.IsLower(line[0]) && char.IsLetterOrDigit(line[0]) && !BeginsWithDay(line)
            && last.Length + last.Count(Scripts.IsUndivided) + 1 + word < MinWrappedLength;
    }
}
