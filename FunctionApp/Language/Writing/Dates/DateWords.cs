using System.Collections.Frozen;
using System.Globalization;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Writing.Dates;

/// <summary>What stands in dates beside numbers and months' names, by the date patterns of the platform's culture data.</summary>
internal static class DateWords
{
    // What people write and the patterns lack: "the 3rd of March".
    private static readonly string[] Spoken = ["of", "the", "st", "nd", "rd", "th", "er", "re", "e", "o", "a", "º", "ª"];

    private static readonly IReadOnlyList<string> Patterns =
    [
        .. CultureInfo.GetCultures(CultureTypes.NeutralCultures)
            .Select(culture => culture.DateTimeFormat)
            .Where(format => format.Calendar is GregorianCalendar)
            .SelectMany(format => new[] { format.LongDatePattern, format.MonthDayPattern, format.YearMonthPattern })
            .Distinct(StringComparer.Ordinal),
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Between = Patterns
        .SelectMany(Literals)
        .Concat(Spoken)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<char> YearUnits = Units('y');
    private static readonly FrozenSet<char> MonthUnits = Units('M');
    private static readonly FrozenSet<char> DayUnits = Units('d');

    /// <summary>True for words such as the Spanish "de" between a day and its month.</summary>
    public static bool IsBetween(ReadOnlySpan<char> word) => Between.Contains(word);

    /// <summary>True for what is hung on a year's number: 年, 년.</summary>
    public static bool IsYearUnit(char character) => YearUnits.Contains(character);

    /// <summary>True for what is hung on a month's number: 月, 월.</summary>
    public static bool IsMonthUnit(char character) => MonthUnits.Contains(character);

    /// <summary>True for what is hung on a day's number: 日, 일.</summary>
    public static bool IsDayUnit(char character) => DayUnits.Contains(character);

    private static FrozenSet<char> Units(char part) => Patterns
        .Select(pattern => pattern.Replace("'", "", StringComparison.Ordinal))
        .Select(pattern => (Pattern: pattern, Last: pattern.LastIndexOf(part)))
        .Where(found => found.Last >= 0 && found.Last + 1 < found.Pattern.Length)
        .Select(found => found.Pattern[found.Last + 1])
        .Where(unit => char.GetUnicodeCategory(unit) == UnicodeCategory.OtherLetter && unit > '\u2fff')
        .ToFrozenSet();

    private static IEnumerable<string> Literals(string pattern)
    {
        var isQuoted = false;
        var word = "";
        foreach (var character in pattern + " ")
        {
            if (character != '\'' && (MonthNames.IsPartOfWord(character) && (isQuoted || !char.IsAsciiLetter(character))))
            {
                word += character;
                continue;
            }

            if (word.Length > 0)
            {
                yield return word;
                word = "";
            }

            isQuoted ^= character == '\'';
        }
    }
}
