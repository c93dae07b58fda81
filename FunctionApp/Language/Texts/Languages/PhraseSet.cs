using System.Buffers;
using System.Collections.Frozen;

namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>
/// Looks for any of some phrases in a text, in time linear in the text. A phrase is found as whole words; one in Chinese, Japanese or
/// Korean, which do not divide words or hang particles on them, is found anywhere, and so is one with a star before it.
/// </summary>
internal sealed class PhraseSet
{
    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;
    private readonly SearchValues<string> _anywhere;
    private readonly string[] _beginnings;

    public PhraseSet(IEnumerable<string> phrases)
    {
        var all = phrases.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        _byFirstWord = all.Where(IsOfWords)
            .GroupBy(FirstWord, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _beginnings = [.. all.Where(phrase => !IsOfWords(phrase)).Select(phrase => phrase.TrimStart('*'))];
        _anywhere = SearchValues.Create(_beginnings, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True if the text has one of the phrases.</summary>
    public bool IsIn(string text)
    {
        var plain = Normalise(text);
        if (plain.ContainsAny(_anywhere))
        {
            return true;
        }

        for (var index = 0; index < plain.Length; index++)
        {
            if (char.IsLetterOrDigit(plain[index]))
            {
                if (StartsAt(plain[index..]))
                {
                    return true;
                }

                index = EndOfWord(plain, index) - 1;
            }
        }

        return false;
    }

    /// <summary>True if the text begins with one of the phrases, but for marks before it.</summary>
    public bool Begins(string text)
    {
        var plain = Normalise(text);
        return StartsWithAnywhere(plain) || StartsAt(Letters(plain)) || StartsWithAnywhere(Letters(plain));
    }

    /// <summary>True if the text ends with one of the phrases that are found anywhere, but for the marks at its end.</summary>
    public bool Ends(string text)
    {
        var plain = Normalise(text);
        while (plain.Length > 0 && !char.IsLetterOrDigit(plain[^1]))
        {
            plain = plain[..^1];
        }

        foreach (var phrase in _beginnings)
        {
            if (plain.EndsWith(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool StartsWithAnywhere(ReadOnlySpan<char> text)
    {
        foreach (var phrase in _beginnings)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool StartsAt(ReadOnlySpan<char> text)
    {
        // Arabic and Hebrew write "and" as one with the next word.
        if (text.Length > 1 && text[0] is 'و' or 'ו' && StartsWithWords(text[1..]))
        {
            return true;
        }

        return StartsWithWords(text);
    }

    private bool StartsWithWords(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !_byFirstWord.TryGetValue(text[..EndOfWord(text, 0)], out var phrases))
        {
            return false;
        }

        foreach (var phrase in phrases)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
                && (text.Length == phrase.Length || !char.IsLetterOrDigit(phrase[^1]) || !char.IsLetterOrDigit(text[phrase.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfWords(string phrase) => char.IsLetterOrDigit(phrase[0]) && !IsEastAsian(phrase[0]);

    private static bool IsEastAsian(char character) => character is >= '\u1100' and <= '\u11ff' or >= '\u2e80';

    private static string FirstWord(string phrase) => phrase[..EndOfWord(phrase, 0)];

    private static int EndOfWord(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && char.IsLetterOrDigit(text[index]))
        {
            index++;
        }

        return index;
    }

    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        return text[start..];
    }

    // Word processors write a curved apostrophe and spaces that do not break.
    private static ReadOnlySpan<char> Normalise(string text) =>
        text.AsSpan().IndexOfAny('’', '\u00a0') < 0 ? text : text.Replace('’', '\'').Replace('\u00a0', ' ');
}
