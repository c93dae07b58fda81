using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts.Mail.Ends;

/// <summary>Finds the lines with which a message closes.</summary>
internal static class Closing
{
    private const int MaxLength = 90;
    private const int MaxNames = 4;
    private const int MaxConnectorLength = 3;

    private static readonly OpeningPhrases Phrases = new(LanguageTables.All.SelectMany(table => table.Closings));

    /// <summary>True for a line that has nothing but closings, several joined by a short word, and perhaps a name.</summary>
    public static bool IsMatch(string line)
    {
        if (line.Length > MaxLength)
        {
            return false;
        }

        var rest = TrimMarks(line);
        var phrase = Phrases.LengthAtStart(rest);
        if (phrase == 0)
        {
            return false;
        }

        while (phrase > 0)
        {
            rest = TrimMarks(rest[phrase..]);
            phrase = Phrases.LengthAtStart(rest);
            var connector = rest.IndexOf(' ');
            if (phrase == 0 && connector is > 0 and <= MaxConnectorLength)
            {
                var behind = TrimMarks(rest[connector..]);
                phrase = Phrases.LengthAtStart(behind);
                rest = phrase > 0 ? behind : rest;
            }
        }

        return IsName(rest);
    }

    // Marks, and the faces and hearts that stand beside a closing.
    private static ReadOnlySpan<char> TrimMarks(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && !char.IsLetterOrDigit(text[0]))
        {
            text = text[1..];
        }

        while (text.Length > 0 && !char.IsLetterOrDigit(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    private static bool IsName(ReadOnlySpan<char> rest)
    {
        var names = 0;
        foreach (var range in rest.Split(' '))
        {
            var name = rest[range].Trim(",.()");
            if (name.Length > 0 && (++names > MaxNames || !char.IsLetter(name[0]) || char.IsLower(name[0])))
            {
                return false;
            }
        }

        // Where letters have no case a name is short.
        return rest.Length == 0 || char.IsUpper(rest[0]) || rest.Length <= 8;
    }
}
