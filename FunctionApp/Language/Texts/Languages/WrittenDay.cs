using System.Collections.Concurrent;
using System.Globalization;

namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>A day as it is written in a language, by the platform's culture data.</summary>
internal static class WrittenDay
{
    // The order of day and month that English has outside of America, and in these reports.
    private const string English = "en-GB";
    private const string DefaultPattern = "d MMMM yyyy";

    private static readonly ConcurrentDictionary<string, (CultureInfo Culture, string Pattern)> Known = new(StringComparer.Ordinal);

    /// <summary>For instance <c>13. November 2026</c>, <c>13 de noviembre de 2026</c> or <c>2026年11月13日</c>.</summary>
    public static string In(string language, DateOnly day)
    {
        var (culture, pattern) = Known.GetOrAdd(language, Find);
        return day.ToString(pattern, culture);
    }

    /// <summary>A language's culture; without ICU's data, or where it lacks the language, the invariant one, which is English.</summary>
    public static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language is "en" ? English : language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    private static (CultureInfo Culture, string Pattern) Find(string language)
    {
        var culture = CultureOf(language);
        var pattern = culture.DateTimeFormat.GetAllDateTimePatterns('D')
            .FirstOrDefault(pattern => !pattern.Contains("ddd", StringComparison.Ordinal));
        return (culture, pattern ?? DefaultPattern);
    }
}
