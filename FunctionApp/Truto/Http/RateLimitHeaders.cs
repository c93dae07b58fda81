using System.Globalization;
using System.Net.Http.Headers;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Truto.Http;

/// <summary>Reads the quota headers of a response. Each may be missing or garbage; what cannot be read is taken as missing.</summary>
internal static class RateLimitHeaders
{
    // The quota is hourly. A "delta" of more than a month is an epoch or garbage, and waiting for it would hang a run.
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(31);

    // A 429 that says "now" is a rounded-down fraction of a second: at once would spend another call on the same rejection.
    private static readonly TimeSpan MinWait = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Reads <c>ratelimit-limit</c>, <c>-remaining</c> and <c>-reset</c> (seconds from now); null if no header tells anything.
    /// </summary>
    public static RateLimitStatus? ParseStatus(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var quota = new RateLimitStatus
        {
            Limit = Whole(Number(headers, "ratelimit-limit")),
            Remaining = Whole(Number(headers, "ratelimit-remaining")),
            ResetAt = Wait(Number(headers, "ratelimit-reset")) is { } wait ? now + wait : null,
        };
        return quota == new RateLimitStatus() ? null : quota;
    }

    /// <summary>
    /// Finds out until when a 429 wants us to wait, and whose it is: FuseDesk's if its body is <paramref name="remote"/>.
    /// </summary>
    public static RateLimitRejection ParseRejection(HttpResponseHeaders headers, DateTimeOffset now, bool remote)
    {
        var reset = Wait(Number(headers, "ratelimit-reset"));
        var retryAfter = RetryAfter(headers.RetryAfter, now);

        // ratelimit-* is always about FuseDesk's quota. Truto's own limit is a matter of ten seconds, and only Retry-After tells of
        // it: waiting for FuseDesk's reset instead could take an hour.
        var wait = remote ? reset ?? retryAfter : retryAfter ?? reset;
        return new RateLimitRejection
        {
            Scope = remote ? RateLimitScope.FuseDesk : RateLimitScope.Truto,
            RetryAt = wait is { } known ? now + (known < MinWait ? MinWait : known) : null,
        };
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait > MaxWait ? null : wait;
    }

    private static TimeSpan? Wait(double? seconds) =>
        seconds is >= 0 && seconds <= MaxWait.TotalSeconds ? TimeSpan.FromSeconds(seconds.Value) : null;

    private static int? Whole(double? number) => number is { } value ? (int)Math.Clamp(Math.Floor(value), 0, int.MaxValue) : null;

    private static double? Number(HttpResponseHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values))
        {
            return null;
        }

        // Some gateways repeat a header or add parameters: "1800, 1800;w=3600". The first number is the one in force.
        var text = values.ToString().Split(',', ';')[0].Trim();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
    }
}
