using System.Collections.Frozen;

namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>Finds which of some phrases a text begins with; the longest counts.</summary>
internal sealed class OpeningPhrases
{
    private readonly FrozenDictionary<char, string[]> _byFirst;

    public OpeningPhrases(IEnumerable<string> phrases) => _byFirst = phrases
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .GroupBy(phrase => char.ToLowerInvariant(phrase[0]))
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray());

    /// <summary>Finds the phrase that a text begins with, as whole words.</summary>
    /// <returns>Its length; 0 if there is none.</returns>
    public int LengthAtStart(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !_byFirst.TryGetValue(char.ToLowerInvariant(text[0]), out var phrases))
        {
            return 0;
        }

        foreach (var phrase in phrases)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && !EndsInsideWord(text, phrase.Length))
            {
                return phrase.Length;
            }
        }

        return 0;
    }

    private static bool EndsInsideWord(ReadOnlySpan<char> text, int at) =>
        at < text.Length && char.IsLetterOrDigit(text[at]) && char.IsLetter(text[at - 1]) && Scripts.DividesWords(text[at]);
}
