using FsCheck;
using FsCheck.Fluent;
using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.RateLimiting.Headers;
using FuseDeskFlows.Tests.Truto;

namespace FuseDeskFlows.Tests.RateLimiting;

/// <summary>What holds for any headers, sensible or not.</summary>
public sealed class RateLimitPropertyTests
{
    private static readonly string[] Names =
    [
        "ratelimit-limit",
        "ratelimit-remaining",
        "ratelimit-reset",
        "RateLimit",
        "RateLimit-Policy",
        "Retry-After",
        "retry-after-ms",
        "Date",
        "x-ratelimit-limit-requests",
        "x-ratelimit-remaining-requests",
        "x-ratelimit-reset-requests",
        "x-ratelimit-reset-tokens",
        "x-ratelimit-reset",
        "X-FuseDesk-Usage-Limit",
        "X-FuseDesk-Usage-Remaining",
    ];

    private static Gen<string> Values => Gen.OneOf(
        Gen.Choose(-10, 100_000).Select(number => $"{number}"),
        Gen.Elements(
            "0", "1", "0.001", "NaN", "1e300", "-0", "", "soon", "6m0s", "1s later", "1764936000", "1764936000000", "9999999999999999",
            "\"default\";r=0;t=30", "\"default\";q=1800;w=3600", "\"a\";r=0;t=1, \"b\";r=5;t=99999", "limit=10, remaining=0, reset=5",
            "limit=,remaining=;reset", "100;w=60", "\"", ";;;", ",,", "=", "Mon, 02 Mar 2026 10:00:05 GMT", "Sun, 06 Nov 1994 08:49:37 GMT",
            "Fri, 31 Dec 9999 23:59:59 GMT", "Monday, 02-Mar-26 10:00:05 GMT"),
        Gen.Choose(32, 126).Select(letter => (char)letter).ArrayOf().Select(letters => new string(letters)));

    private static Gen<Dictionary<string, string>> Headers =>
        from values in Gen.Zip(Gen.Elements(Names), Values).ArrayOf()
        select values.GroupBy(value => value.Item1, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(value => value.Key, value => value.First().Item2, StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void No_headers_make_calls_in_vain_more_often_than_once_a_second_and_waits_in_vain_grow() => Holds(refusals =>
    {
        var time = new ManualTime();
        var tracker = new RateLimitTracker(time);
        var waits = new List<TimeSpan>();
        foreach (var headers in refusals)
        {
            var until = Refuse(tracker, time, headers).RetryAt!.Value;
            waits.Add(until - time.Now);
            time.Advance(until - time.Now);
        }

        return waits.All(wait => wait >= TimeSpan.FromSeconds(1) && wait <= TimeSpan.FromDays(31))
            && waits.Select((wait, i) => i < 2 || wait >= RateLimitTracker.Pause(i - 1)).All(grown => grown);
    });

    [Fact]
    public void No_headers_make_a_run_wait_longer_than_it_may() =>
        Holds(refusals =>
        {
            var time = new ManualTime();
            var tracker = new RateLimitTracker(time);
            var windows = new ReservationWindows();
            var (start, maxWait) = (time.Now, TimeSpan.FromHours(2));
            foreach (var headers in refusals)
            {
                var rejection = Refuse(tracker, time, headers) with
                {
                    Limit = tracker.Current?.Limit,
                    Window = tracker.WindowLength,
                    Learned = tracker.Learned,
                };
                var reservation = windows.Reserve(
                    new() { Rejection = rejection, Run = "run", Waited = time.Now - start }, 0.1, maxWait, time.Now);
                if (reservation.OutOfQuota is { } outOfQuota)
                {
                    return !outOfQuota.ToString().Contains(" 0 ", StringComparison.Ordinal);
                }

                if (reservation.StartsAt - start > maxWait
                    || reservation.StartsAt < rejection.RetryAt
                    || reservation.Permits < 1
                    || reservation.WaitersAhead > 0)
                {
                    return false;
                }

                time.Advance(reservation.StartsAt - time.Now);
            }

            return true;
        });

    [Fact]
    public void What_is_read_makes_sense_whatever_is_sent() => Prop.ForAll(
            Headers.ToArbitrary(),
            headers =>
            {
                var read = Parse(headers, Some.Moment);
                return read is { Limit: null or >= 0, Remaining: null or >= 0 }
                    && new[] { read.Reset, read.TokensReset, read.Window, read.RetryAfter }.All(time =>
                        time is null || (time >= TimeSpan.Zero && time <= TimeSpan.FromDays(31)));
            })
        .QuickCheckThrowOnFailure();

    private static void Holds(Func<Dictionary<string, string>[], bool> property) =>
        Prop.ForAll(Headers.ArrayOf().ToArbitrary(), property).QuickCheckThrowOnFailure();

    private static RateLimitRejection Refuse(RateLimitTracker tracker, ManualTime time, Dictionary<string, string> headers)
    {
        var read = Parse(headers, time.Now);
        if (read.ToStatus(time.Now) is { } status)
        {
            tracker.Observe(status, time.Now, time.Now, isRefused: true);
        }

        return tracker.Refuse(read.ToRejection(RateLimitScope.FuseDesk, time.Now), time.Now);
    }

    private static RateLimitHeaders Parse(Dictionary<string, string> headers, DateTimeOffset now) =>
        RateLimitHeaders.Parse(headers.GetValueOrDefault, now);
}
