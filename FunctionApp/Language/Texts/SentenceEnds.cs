using System.Collections.Frozen;
using System.Globalization;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts;

/// <summary>Where sentences end in texts of one language.</summary>
internal sealed class SentenceEnds(LanguageTable? language)
{
    // "Nr. 5", "Art. 12", "Nov. 13": before a number a short word's full stop ends nothing.
    private const int MaxAbbreviationLength = 4;
    private const int MaxWordLength = 20;

    // The marks of Unicode's property Sentence_Terminal that mail has. Those of the first line need nothing after them.
    private const string WideMarks = "。！｡" + QuestionMarks.Wide;
    private const string Marks = "!۔।॥։՞‼" + QuestionMarks.Narrow;
    private const string FullStops = ".…．․";

    private static readonly System.Buffers.SearchValues<char> All = System.Buffers.SearchValues.Create(WideMarks + Marks + FullStops);

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _abbreviations = (
        language?.Abbreviations ?? DefaultAbbreviations)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string[] _spaced = [.. (language?.Abbreviations ?? []).Where(abbreviation => abbreviation.Contains(' '))];

    private static IReadOnlyList<string> DefaultAbbreviations => LanguageTables.All[0].Abbreviations;

    /// <summary>Tells whether a sentence ends at a mark.</summary>
    /// <param name="text">A block.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="index">Where the character is that may be the mark.</param>
    /// <returns>The index after the mark and what belongs to it; 0 if no sentence ends there.</returns>
    public int FindEnd(string text, int start, int index)
    {
        // Of several marks in a row the first has been asked for all.
        if (!All.Contains(text[index]) || (index > start && All.Contains(text[index - 1])))
        {
            return 0;
        }

        var last = index;
        while (last + 1 < text.Length && All.Contains(text[last + 1]))
        {
            last++;
        }

        var end = last + 1;
        while (end < text.Length && IsClosing(text, end))
        {
            end++;
        }

        if (end == text.Length)
        {
            return end;
        }

        var next = end;
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || IsOpening(text[next])))
        {
            next++;
        }

        var isQuoted = end > last + 1;
        if (WideMarks.Contains(text[last]))
        {
            return isQuoted && text[end] is 'と' or 'っ' ? 0 : end;
        }

        if (!char.IsWhiteSpace(text[end]) || (next < text.Length && text[next] is ',' or ';' or ':' or '،'))
        {
            return 0;
        }

        var goesOn = next < text.Length && char.IsLower(text[next]);
        return Marks.Contains(text[last])
            ? isQuoted && goesOn ? 0 : end
            : goesOn || IsAbbreviation(text, start, index, next) ? 0 : end;
    }

    private bool IsAbbreviation(string text, int start, int index, int next)
    {
        var from = index;
        while (from > start && index - from < MaxWordLength && !char.IsWhiteSpace(text[from - 1]) && !IsOpening(text[from - 1]))
        {
            from--;
        }

        var word = text.AsSpan(from, index - from);
        var isNumber = word.Length > 0 && word.IndexOfAnyExceptInRange('0', '9') < 0;
        if (isNumber)
        {
            // "1. Version 4.2": the number belongs to the item. "13. November": to the month.
            return text.AsSpan(start, from - start).Trim().Length == 0
                || (word.Length <= 2 && MonthNames.Find(TextBlocks.FirstWord(text.AsSpan(next))) != 0);
        }

        if (next < text.Length && char.IsDigit(text[next]))
        {
            return word.Length is > 0 and <= MaxAbbreviationLength && char.IsLetter(word[0]) && word.IndexOfAnyInRange('0', '9') < 0;
        }

        return IsInitial(word)
            || IsDotted(word)
            || _abbreviations.Contains(text.AsSpan(from, index - from + 1))
            || EndsWithSpaced(text, start, index);
    }

    // "J. Weber", "z. B.": but "I" is a word.
    private static bool IsInitial(ReadOnlySpan<char> word) =>
        word.Length == 1 && char.IsLetter(word[0]) && word[0] != 'I' && IsCased(word[0]);

    // "e.g.", "z.B.", "U.S.": letters and full stops in turn.
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || !word.Contains('.'))
        {
            return false;
        }

        foreach (var part in word.Split('.'))
        {
            if (word[part].Length is 0 or > 2 || !char.IsLetter(word[part][0]))
            {
                return false;
            }
        }

        return true;
    }

    private bool EndsWithSpaced(string text, int start, int index)
    {
        foreach (var abbreviation in _spaced)
        {
            if (index + 1 - start >= abbreviation.Length
                && text.AsSpan(index + 1 - abbreviation.Length, abbreviation.Length)
                    .Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCased(char letter) => char.IsUpper(letter) || char.IsLower(letter);

    private static bool IsClosing(string text, int index) => text[index] is '"' or '\''
        || char.GetUnicodeCategory(text[index]) is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation;

    private static bool IsOpening(char character) => character is '"' or '\'' or '¿' or '¡'
        || char.GetUnicodeCategory(character) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation;
}
