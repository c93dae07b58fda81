using System.Collections.Frozen;

namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>Tells a text's language by its script and by its commonest words.</summary>
internal static class LanguageGuess
{
    // So much of a text tells as well as all of it.
    private const int MaxLength = 4_000;
    private const int MinWords = 2;
    private const int ManyWords = 4;

    // A mail in Chinese may have a Japanese name in it; one in Japanese has kana in every sentence.
    private const int MinKanaShare = 10;

    private static readonly IReadOnlyList<LanguageTable> Latin =
        [.. LanguageTables.All.Where(table => table.Code is not ("ja" or "zh" or "ko" or "ar" or "he"))];

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Words = Latin
        .SelectMany((table, index) => table.CommonWords.Select(word => (word, index)))
        .GroupBy(pair => pair.word, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.index).ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The language of a text.</summary>
    /// <returns>Its table; null if too little of it tells, or it is in a language without one.</returns>
    public static LanguageTable? Of(string text)
    {
        var beginning = text.AsSpan(0, Math.Min(text.Length, MaxLength));
        return ByScript(beginning) is { } code ? Table(code) : ByWords(beginning);
    }

    private static LanguageTable Table(string code) =>
        LanguageTables.All.First(table => string.Equals(table.Code, code, StringComparison.Ordinal));

    private static string? ByScript(ReadOnlySpan<char> text)
    {
        int latin = 0, kana = 0, han = 0, hangul = 0, arabic = 0, hebrew = 0;
        foreach (var letter in text)
        {
            _ = letter switch
            {
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= 'À' and <= 'ɏ') => latin++,
                >= '\u3040' and <= '\u30ff' => kana++,
                >= '\u4e00' and <= '\u9fff' => han++,
                >= '\uac00' and <= '\ud7a3' => hangul++,
                >= '\u0620' and <= '\u06ff' => arabic++,
                >= '\u05d0' and <= '\u05ea' => hebrew++,
                _ => 0,
            };
        }

        // One character of these says as much as several letters.
        var ideographs = 2 * (kana + han);
        (int Count, string Code)[] others =
        [
            (ideographs, kana * MinKanaShare > han ? "ja" : "zh"), (2 * hangul, "ko"), (arabic, "ar"), (hebrew, "he"),
        ];
        var most = others.MaxBy(other => other.Count);
        return most.Count > latin ? most.Code : null;
    }

    private static LanguageTable? ByWords(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Latin.Count];
        counts.Clear();
        for (var index = 0; index < text.Length; index++)
        {
            var start = index;
            while (index < text.Length && char.IsLetter(text[index]))
            {
                index++;
            }

            if (index > start && Words.TryGetValue(text[start..index], out var languages))
            {
                foreach (var language in languages)
                {
                    counts[language]++;
                }
            }
        }

        // Of languages that are as close as Danish and Norwegian either serves; elsewhere a tie of few words tells nothing.
        var most = MemoryExtensions.IndexOf(counts, Max(counts));
        var isOnly = counts[(most + 1)..].IndexOf(counts[most]) < 0;
        return counts[most] >= (isOnly ? MinWords : ManyWords) ? Latin[most] : null;
    }

    private static int Max(ReadOnlySpan<int> counts)
    {
        var max = 0;
        foreach (var count in counts)
        {
            max = Math.Max(max, count);
        }

        return max;
    }
}
