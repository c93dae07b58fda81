using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts.Mail.Ends;

/// <summary>Finds how a message addresses its reader, which is no content.</summary>
internal static class Greeting
{
    private const int MaxLength = 60;
    private const int MaxWords = 5;

    private static readonly OpeningPhrases Phrases = new(LanguageTables.All.SelectMany(table => table.Greetings));
    private static readonly char[] Marks = [',', '!', ':', ';', '.', '，', '、', '。', '！', '：', '،', '؛', '–', '—'];

    /// <summary>Measures the greeting at the beginning of a message's first line.</summary>
    /// <returns>Its length with the mark behind it: the whole line's if the line is nothing else, 0 if there is none.</returns>
    public static int PrefixLength(string line)
    {
        var phrase = Phrases.LengthAtStart(line);
        if (phrase == 0)
        {
            return 0;
        }

        // "Dear Mr. Ellis": a full stop ends a greeting only where no name has come.
        var names = line.AsSpan(phrase, Math.Min(line.Length, MaxLength) - Math.Min(phrase, MaxLength));
        var end = IndexOfMark(names);
        if (end < 0)
        {
            return line.Length <= MaxLength && IsName(names, mayBeLower: 1) ? line.Length : 0;
        }

        var isAll = phrase + end + 1 == line.Length;
        var mayBeLower = isAll && names[end] is ',' or '،' or '，' ? MaxWords : 0;
        return IsName(names[..end], mayBeLower) ? phrase + end + 1 : 0;
    }

    private static int IndexOfMark(ReadOnlySpan<char> names)
    {
        for (var index = 0; index < names.Length; index++)
        {
            var isOfName = names[index] == '.' && names[..index].Trim().Length > 0 && index + 1 < names.Length;
            if (Marks.AsSpan().Contains(names[index]) && !isOfName)
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsName(ReadOnlySpan<char> names, int mayBeLower)
    {
        var words = 0;
        foreach (var range in names.Split(' '))
        {
            var word = names[range].Trim('"');
            if (word.Length == 0)
            {
                continue;
            }

            if (++words > MaxWords || word.ContainsAnyInRange('0', '9') || (char.IsLower(word[0]) && --mayBeLower < 0))
            {
                return false;
            }
        }

        return true;
    }
}
