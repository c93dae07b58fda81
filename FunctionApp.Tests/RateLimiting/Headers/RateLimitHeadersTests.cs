using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.RateLimiting.Headers;

namespace FuseDeskFlows.Tests.RateLimiting.Headers;

/// <summary>One reading for every server's names and forms.</summary>
public sealed class RateLimitHeadersTests
{
    private static readonly DateTimeOffset Now = Some.Moment;

    [Theory]
    [InlineData("ratelimit-limit: 1800 | ratelimit-remaining: 900 | ratelimit-reset: 3000", 1800, 900, 3000.0)]
    [InlineData("RateLimit-Limit: 100, 100;w=60 | RateLimit-Remaining: 50 | RateLimit-Reset: 5", 100, 50, 5.0)]
    [InlineData("RateLimit: \"default\";r=0;t=30 | RateLimit-Policy: \"default\";q=1800;w=3600", 1800, 0, 30.0)]
    [InlineData("RateLimit: \"a\";r=50;t=30, \"b\";r=3;t=3000 | RateLimit-Policy: \"a\";q=60;w=60,\"b\";q=1800;w=3600", 1800, 3, 3000.0)]
    [InlineData("RateLimit: \"a\";r=0;t=2, \"b\";r=0;t=40 | RateLimit-Policy: \"a\";q=6;w=2, \"b\";q=60;w=60", 60, 0, 40.0)]
    [InlineData("RateLimit: default;r=7;t=9 | RateLimit-Policy: default;q=10;w=20;pk=:dHN0:", 10, 7, 9.0)]
    [InlineData("RateLimit: \"x;r=9,t\";t=4;r=2", null, 2, 4.0)]
    [InlineData("RateLimit: limit=100, remaining=0, reset=50 | RateLimit-Policy: 100;w=60", 100, 0, 50.0)]
    [InlineData("RateLimit: limit=10,remaining=4,reset=1 | RateLimit-Policy: 10;w=1, 50;w=60", 10, 4, 1.0)]
    [InlineData("RateLimit-Policy: \"default\";q=1800;w=3600", 1800, null, null)]
    [InlineData("X-FuseDesk-Usage-Limit: 1800 | X-FuseDesk-Usage-Remaining: 17", 1800, 17, null)]
    [InlineData("x-ratelimit-limit-requests: 60 | x-ratelimit-remaining-requests: 0 | x-ratelimit-reset-requests: 6m0s", 60, 0, 360.0)]
    [InlineData("x-ratelimit-limit-requests: 60 | x-ratelimit-remaining-requests: 0 | x-ratelimit-reset-requests: 1d2h", 60, 0, 93_600.0)]
    [InlineData("x-ratelimit-limit-requests: 9 | x-ratelimit-remaining-requests: 0 | x-ratelimit-reset-requests: 20ms", 9, 0, 0.02)]
    [InlineData("RATELIMIT-LIMIT: 60 | RateLimit-remaining:   0  | ratelimit-Reset: 12 , 12", 60, 0, 12.0)]
    [InlineData("RateLimit: r=0;t=30", null, 0, 30.0)]
    [InlineData(
        "RateLimit: \"a\";r=0;t=30;kind=\"b,c;d\" , \"z\";t=1;r=8 | RateLimit-Policy: \"z\";q=9;w=1 , \"a\";w=60;q=50;qu=\"requests\"",
        50, 0,
        30.0)]
    [InlineData("RateLimit: \"a\";r=-1;t=30", null, 0, 30.0)]
    [InlineData("Date: Mon, 02 Mar 2026 10:00:00 GMT | x-ratelimit-reset: 2026-03-02T10:00:07Z", null, null, 7.0)]
    [InlineData("ratelimit-remaining: NaN | ratelimit-reset: Infinity | ratelimit-limit: 1e400", null, null, null)]
    [InlineData("x-ratelimit-limit: 60 | x-ratelimit-remaining: 1 | x-ratelimit-reset: 12.5", 60, 1, 12.5)]
    [InlineData("RateLimit: ;;,=,\"", null, null, null)]
    [InlineData("RateLimit: \"default\";r=many;t=soon", null, null, null)]
    [InlineData("ratelimit-limit: -5 | ratelimit-remaining: 1e99 | ratelimit-reset: -1", 0, int.MaxValue, null)]
    public void Quotas_are_read_in_every_form(string headers, int? limit, int? remaining, double? reset)
    {
        var read = Parse(headers);

        Assert.Equal((limit, remaining, reset), (read.Limit, read.Remaining, read.Reset?.TotalSeconds));
    }

    [Theory]
    [InlineData("RateLimit-Policy: \"default\";q=1800;w=3600", 3600.0)]
    [InlineData("ratelimit-limit: 100, 100;w=60", 60.0)]
    [InlineData("RateLimit: limit=50, remaining=4, reset=1 | RateLimit-Policy: 10;w=1, 50;w=60", 60.0)]
    [InlineData("ratelimit-limit: 100", null)]
    public void The_length_of_a_window_is_read_where_it_is_told(string headers, double? seconds) =>
        Assert.Equal(seconds, Parse(headers).Window?.TotalSeconds);

    [Fact]
    public void A_reset_may_be_a_moment_since_1970_by_the_servers_clock()
    {
        var theirs = Now.AddHours(-3);
        var headers = $"Date: {theirs:r} | x-ratelimit-reset: ";

        Assert.Equal(90, Parse(headers + theirs.AddSeconds(90).ToUnixTimeSeconds()).Reset?.TotalSeconds);
        Assert.Equal(90, Parse(headers + theirs.AddSeconds(90).ToUnixTimeMilliseconds()).Reset?.TotalSeconds);
    }

    [Theory]
    [InlineData("Retry-After: 14", 14.0)]
    [InlineData("Retry-After: 0.5", 0.5)]
    [InlineData("retry-after-ms: 1500 | Retry-After: 2", 1.5)]
    [InlineData("Date: Mon, 02 Mar 2026 10:00:00 GMT | Retry-After: Mon, 02 Mar 2026 10:00:05 GMT", 5.0)]
    [InlineData("Date: Mon, 02 Mar 2026 10:00:00 GMT | Retry-After: Monday, 02-Mar-26 10:00:05 GMT", 5.0)]
    [InlineData("Date: Mon, 02 Mar 2026 10:00:00 GMT | Retry-After: Mon Mar  2 10:00:05 2026", 5.0)]
    [InlineData("Date: Mon, 02 Mar 2026 10:00:00 GMT | Retry-After: 2026-03-02T10:00:05Z", 5.0)]
    [InlineData("Date: Mon, 02 Mar 2026 10:00:00 GMT | Retry-After: Mon, 02 Mar 2026 09:00:00 GMT", null)]
    [InlineData("Date: Mon Mar  2 10:00:00 2026 | Retry-After: Mon, 2 Mar 2026 10:00:05 GMT", 5.0)]
    [InlineData("Date: Monday, 02-Mar-26 10:00:00 GMT | Retry-After: Mon, 02 Mar 2026 10:00:05 +0000", 5.0)]
    [InlineData("Date: nonsense | Retry-After: 7", 7.0)]
    [InlineData("Retry-After:   7  ", 7.0)]
    [InlineData("Retry-After: 7s", 7.0)]
    [InlineData("Retry-After: 1m30s", 90.0)]
    [InlineData("Retry-After: 3, 14", 14.0)]
    [InlineData("Retry-After: 120, 120", 120.0)]
    [InlineData("Retry-After: 7; comment", 7.0)]
    [InlineData("Retry-After: 1e2", 100.0)]
    [InlineData("Retry-After: 99999999999999999999", null)]
    [InlineData("Retry-After: ,", null)]
    [InlineData("Date: Mon, 02 Mar 2026 10:00:00 GMT | Retry-After: 1772445605", 5.0)]
    [InlineData("Retry-After: 0", null)]
    [InlineData("Retry-After: -3", null)]
    [InlineData("Retry-After: soon", null)]
    [InlineData("Retry-After: 99999999", null)]
    public void Retry_after_is_read_where_it_is_sensible(string headers, double? seconds) =>
        Assert.Equal(seconds, Parse(headers).RetryAfter?.TotalSeconds);

    [Theory]
    [InlineData("ratelimit-remaining: 900 | ratelimit-reset: 3000 | Retry-After: 3", 3.0, true)]
    [InlineData("ratelimit-remaining: 900 | ratelimit-reset: 3000", null, true)]
    [InlineData("ratelimit-remaining: 0 | ratelimit-reset: 2 | Retry-After: 14", 14.0, false)]
    [InlineData("ratelimit-remaining: 0 | ratelimit-reset: 3000 | Retry-After: 3", 3000.0, false)]
    [InlineData("ratelimit-remaining: 0 | Retry-After: 1200", 1200.0, false)]
    [InlineData("ratelimit-remaining: 0", null, true)]
    [InlineData("ratelimit-reset: 40", 40.0, false)]
    [InlineData("ratelimit-reset: 3000 | Retry-After: 3", 3.0, true)]
    [InlineData("Retry-After: 30", 30.0, true)]
    [InlineData("ratelimit-reset: 0", 1.0, false)]
    [InlineData("", null, true)]
    public void A_rejection_tells_a_windows_end_or_only_a_pause(string headers, double? seconds, bool isPause)
    {
        var rejection = Parse(headers).ToRejection(RateLimitScope.FuseDesk, Now);

        Assert.Equal((seconds, isPause), ((rejection.RetryAt - Now)?.TotalSeconds, rejection.IsPause));
    }

    [Theory]
    [InlineData("ratelimit-remaining: 0 | ratelimit-reset: 3000 | Retry-After: 10", 10.0, false)]
    [InlineData("ratelimit-remaining: 900 | ratelimit-reset: 3000", null, true)]
    [InlineData("Retry-After: 120", 120.0, true)]
    public void Trutos_own_limit_is_told_by_retry_after_alone(string headers, double? seconds, bool isPause)
    {
        var rejection = Parse(headers).ToRejection(RateLimitScope.Truto, Now);

        Assert.Equal((seconds, isPause), ((rejection.RetryAt - Now)?.TotalSeconds, rejection.IsPause));
    }

    private static RateLimitHeaders Parse(string headers)
    {
        var known = headers.Split('|', StringSplitOptions.TrimEntries).Select(header => header.Split(": ", 2))
            .Where(header => header.Length == 2)
            .ToDictionary(header => header[0], header => header[1], StringComparer.OrdinalIgnoreCase);
        return RateLimitHeaders.Parse(known.GetValueOrDefault, Now);
    }
}
