using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts.Mail.Ends;

/// <summary>Tells sentences from the names, titles and addresses of a signature.</summary>
internal static class Prose
{
    private const int ManyWords = 12;
    private const int WordsOfSentence = 4;
    private const int WordsWithoutEnd = 8;
    private const int MaxSignatureLines = 12;
    private const int MinSeparators = 2;

    private static readonly string[] Postscripts = ["P.S.", "PS:", "PS.", "P.S:", "PS ", "P. S.", "PPS", "P.P.S.", "NB:", "N.B.", "追伸"];

    public static bool IsPostscript(string line) =>
        Array.Exists(Postscripts, start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>True if one of the lines asks something, or is a postscript.</summary>
    public static bool Asks(IEnumerable<string> lines) => lines.Any(line => EndsAsQuestion(line) || IsPostscript(line));

    /// <summary>True if the lines of a paragraph, or some of them, are what a person writes to another.</summary>
    public static bool LooksLikeProse(IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return false;
        }

        lines = [.. lines.Where(line => !IsRow(line))];
        var words = lines.Sum(Count);
        var perLine = lines.Count == 0 ? 0 : (double)words / lines.Count;
        return lines.Count > MaxSignatureLines
            || (lines.Count > 0 && IsPostscript(lines[0]))
            || lines.Any(line => Count(line) >= ManyWords || (EndsAsQuestion(line) && Count(line) >= 2))
            || perLine >= WordsWithoutEnd
            || (perLine >= WordsOfSentence && lines.Any(EndsAsSentence));
    }

    // Companies put name, address and register side by side.
    private static bool IsRow(string line) => line.Count(letter => letter is '|' or '•' or '·') >= MinSeparators && !EndsAsQuestion(line);

    private static bool EndsAsQuestion(string line) => QuestionMarks.IsAtEnd(Unquoted(line));

    private static bool EndsAsSentence(string line) =>
        EndsAsQuestion(line) || Unquoted(line) is [.., '.' or '!' or '…' or '。' or '！'];

    private static ReadOnlySpan<char> Unquoted(string line) => line.AsSpan().TrimEnd("\"”) ");

    // Of a script without blanks two characters count as a word.
    private static int Count(string line)
    {
        var (words, alone, inWord) = (0, 0, false);
        foreach (var letter in line)
        {
            alone += Scripts.IsUndivided(letter) ? 1 : 0;
            words += !char.IsWhiteSpace(letter) && !inWord ? 1 : 0;
            inWord = !char.IsWhiteSpace(letter);
        }

        return words + (alone / 2);
    }
}
