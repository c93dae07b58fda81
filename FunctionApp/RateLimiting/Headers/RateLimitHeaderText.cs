using System.Globalization;
using System.Text.RegularExpressions;

namespace FuseDeskFlows.RateLimiting.Headers;

/// <summary>Reads single headers: numbers, durations, moments.</summary>
/// <param name="header">Gives a header's text by its name; null if there is none.</param>
/// <param name="now">Our time.</param>
internal sealed partial class RateLimitHeaderText(Func<string, string?> header, DateTimeOffset now)
{
    // Numbers beyond these are no seconds from now but moments: seconds or milliseconds since 1970.
    private const double FirstEpoch = 1e9;
    private const double FirstEpochInMilliseconds = 1e12;

    // The three forms of RFC 9110.
    private static readonly string[] DateForms = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    // By the server's clock, which may be wrong, but then its other dates are wrong by the same.
    private DateTimeOffset ServerTime => Date(header("Date")) ?? now;

    /// <summary>A header's number. Some gateways repeat one or add parameters, as in "1800, 1800;w=3600": the first is in force.</summary>
    public double? Number(string name) => Parse(header(name)?.Split(',', ';')[0]);

    /// <summary>How many seconds a header tells: a number of them, a duration as in "6m0s", a moment since 1970, or a date.</summary>
    public double? Seconds(string name) =>
        SecondsOf(header(name)?.Split(',', ';')[0].Trim()) ?? SecondsUntil(header(name)?.Trim());

    /// <summary>The seconds of <c>Retry-After</c>, in the same forms. Where it is repeated, the greatest asks for all.</summary>
    public double? RetryAfter()
    {
        var text = header("Retry-After")?.Trim();
        return SecondsUntil(text) ?? text?.Split(',', ';').Max(part => SecondsOf(part.Trim()));
    }

    private double? SecondsOf(string? text) => Parse(text) switch
    {
        >= FirstEpochInMilliseconds and var milliseconds => (milliseconds / 1000) - EpochNow,
        >= FirstEpoch and var seconds => seconds - EpochNow,
        { } seconds => seconds,
        null => Duration(text),
    };

    private double? SecondsUntil(string? date) => (Date(date) - ServerTime)?.TotalSeconds;

    private double EpochNow => ServerTime.ToUnixTimeMilliseconds() / 1000.0;

    private static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(
            text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date)
        || (text is { Length: > 9 } && text.Contains(':')
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date))
            ? date
            : null;

    private static double? Duration(string? text)
    {
        var parts = text is { Length: > 0 and < 40 } ? Parts().Match(text) : null;
        return parts is { Success: true }
            ? parts.Groups["value"].Captures.Zip(parts.Groups["unit"].Captures, Seconds).Sum()
            : null;
    }

    private static double Seconds(Capture value, Capture unit)
    {
        var factor = unit.Value switch
        {
            "d" => 86_400,
            "h" => 3600,
            "m" => 60,
            "ms" => 0.001,
            _ => 1,
        };
        return double.Parse(value.Value, CultureInfo.InvariantCulture) * factor;
    }

    [GeneratedRegex(@"^((?<value>\d{1,9}(\.\d{1,9})?)(?<unit>d|h|ms|m|s))+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();
}
