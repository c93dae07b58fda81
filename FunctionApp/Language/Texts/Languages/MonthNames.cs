using System.Collections.Frozen;
using System.Globalization;

namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>
/// The months' names in every language that the platform's culture data knows: in full, as they stand in a date, and abbreviated.
/// </summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> OfTables =
        Months(LanguageTables.All.Select(table => WrittenDay.CultureOf(table.Code)));

    // Hundreds of cultures take a second to load: nothing but a model's dates asks them.
    private static readonly Lazy<FrozenDictionary<string, int>> OfAll =
        new(() => Months(CultureInfo.GetCultures(CultureTypes.NeutralCultures)).Dictionary);

    /// <summary>The months that a word can be the name of in a language that has a table.</summary>
    /// <returns>A set with the bit 1 to 12 of each month; 0 if it is no month's name.</returns>
    public static int Find(ReadOnlySpan<char> word) => OfTables.TryGetValue(word, out var months) ? months : 0;

    /// <summary>The months that a word can be the name of in any language: languages disagree about a few.</summary>
    /// <returns>A set with the bit 1 to 12 of each month; 0 if it is no month's name.</returns>
    public static int FindInAny(ReadOnlySpan<char> word) =>
        OfAll.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var months) ? months : 0;

    /// <summary>Whether a month's name may have this character.</summary>
    public static bool IsPartOfWord(char character) =>
        char.IsLetter(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months(IEnumerable<CultureInfo> cultures) => cultures
        .Select(culture => culture.DateTimeFormat)
        .Where(format => format.Calendar is GregorianCalendar)
        .SelectMany(Names)
        .Where(pair => pair.Name.Length > 1 && pair.Name.All(IsPartOfWord))
        .GroupBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.Aggregate(0, (months, pair) => months | (1 << pair.Month)),
            StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static IEnumerable<(string Name, int Month)> Names(DateTimeFormatInfo format)
    {
        // Some languages hang a particle on the month: Hebrew writes "13 בנובמבר".
        var particle = Particle(format.LongDatePattern);
        string[][] lists =
        [
            format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames, format.AbbreviatedMonthGenitiveNames,
        ];
        foreach (var names in lists)
        {
            for (var month = 0; month < 12; month++)
            {
                var name = names[month].TrimEnd('.').Normalize();
                yield return (name, month + 1);
                if (particle.Length > 0)
                {
                    yield return (particle + name, month + 1);
                }
            }
        }
    }

    private static string Particle(string pattern)
    {
        var end = pattern.IndexOf("MMM", StringComparison.Ordinal);
        var start = end;
        while (start > 0 && (char.GetUnicodeCategory(pattern[start - 1]) is UnicodeCategory.OtherLetter || pattern[start - 1] == '\''))
        {
            start--;
        }

        return end < 0 ? "" : pattern[start..end].Replace("'", "", StringComparison.Ordinal);
    }
}
