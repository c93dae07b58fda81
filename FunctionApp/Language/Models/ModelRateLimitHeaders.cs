using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FuseDeskFlows.Language.Models;

/// <summary>
/// What a model's response headers tell of its quota. Each may be missing or garbage; what cannot be read is taken as missing.
/// </summary>
internal sealed partial record ModelRateLimitHeaders
{
    // What a header says beyond this is not believed.
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(7);

    /// <summary>Requests in a window (<c>x-ratelimit-limit-requests</c>).</summary>
    public int? Limit { get; init; }

    /// <summary>Requests left (<c>x-ratelimit-remaining-requests</c>).</summary>
    public int? Remaining { get; init; }

    /// <summary>How long until all requests are back (<c>x-ratelimit-reset-requests</c>).</summary>
    public TimeSpan? RequestsReset { get; init; }

    /// <summary>How long until all tokens are back (<c>x-ratelimit-reset-tokens</c>).</summary>
    public TimeSpan? TokensReset { get; init; }

    /// <summary>How long to wait (<c>retry-after-ms</c>, else <c>Retry-After</c>).</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static ModelRateLimitHeaders Parse(PipelineResponseHeaders headers, DateTimeOffset now)
    {
        return new()
        {
            Limit = Whole(Text("x-ratelimit-limit-requests")),
            Remaining = Whole(Text("x-ratelimit-remaining-requests")),
            RequestsReset = Duration(Text("x-ratelimit-reset-requests")),
            TokensReset = Duration(Text("x-ratelimit-reset-tokens")),
            RetryAfter = Wait(Number(Text("retry-after-ms")) / 1000)
                ?? Wait(Number(Text("Retry-After")))
                ?? Until(Text("Retry-After"), now),
        };

        string? Text(string name) => headers.TryGetValue(name, out var text) ? text : null;
    }

    // OpenAI writes "1s", "6m0s" or "120ms"; Azure and others plain seconds.
    private static TimeSpan? Duration(string? text)
    {
        if (Number(text) is { } seconds)
        {
            return Wait(seconds);
        }

        var parts = text is { Length: > 0 and < 40 } ? Parts().Match(text) : null;
        return parts is { Success: true }
            ? Wait(parts.Groups["value"].Captures.Zip(parts.Groups["unit"].Captures, Seconds).Sum())
            : null;
    }

    private static double Seconds(Capture value, Capture unit)
    {
        var factor = unit.Value switch
        {
            "h" => 3600,
            "m" => 60,
            "ms" => 0.001,
            _ => 1,
        };
        return double.Parse(value.Value, CultureInfo.InvariantCulture) * factor;
    }

    private static TimeSpan? Until(string? text, DateTimeOffset now) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Wait((moment - now).TotalSeconds)
            : null;

    // "Now" beside a rejection tells nothing: at once would spend another call on the same rejection.
    private static TimeSpan? Wait(double? seconds) =>
        seconds > 0 && seconds <= MaxWait.TotalSeconds ? TimeSpan.FromSeconds(seconds.Value) : null;

    private static int? Whole(string? text) => Number(text) is { } value and <= int.MaxValue ? (int)value : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"^((?<value>\d{1,9}(\.\d{1,9})?)(?<unit>h|ms|m|s))+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();
}
