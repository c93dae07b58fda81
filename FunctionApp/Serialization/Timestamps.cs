using System.Globalization;

namespace FuseDeskFlows.Serialization;

/// <summary>
/// Reads the timestamps that occur: ISO 8601 with an offset, <c>2024-09-10 12:00:00</c> without one (UTC), a bare date, a mail's date,
/// a Unix time.
/// </summary>
internal static class Timestamps
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>The moment in UTC; null for what is no date, MySQL's <c>0000-00-00</c> among it.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (text.All(char.IsAsciiDigit))
        {
            return Unix(text);
        }

        // The general parser also takes "10:00" and makes it ten o'clock of this computer's today; so a year has to come first.
        if (text.Length >= 10 && text[..4].All(char.IsAsciiDigit) && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var iso))
        {
            return iso;
        }

        return DateTimeOffset.TryParseExact(
            text,
            ["r", "ddd, d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm:ss zzz"],
            CultureInfo.InvariantCulture,
            Utc,
            out var mail)
            ? mail
            : null;
    }

    // From 1973 on in seconds; from 1973 on in milliseconds. Smaller numbers are something else.
    private static DateTimeOffset? Unix(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number switch
            {
                >= 100_000_000_000 and < 10_000_000_000_000 => DateTimeOffset.FromUnixTimeMilliseconds(number),
                >= 100_000_000 and < 100_000_000_000 => DateTimeOffset.FromUnixTimeSeconds(number),
                _ => null,
            }
            : null;
}
