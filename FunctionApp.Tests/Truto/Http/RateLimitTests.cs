using System.Globalization;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Tests.Truto.Http;

public sealed class RateLimitTests
{
    private const string EmptyList = """{"result":[]}""";
    private const string Remote = """{"statusCode":429,"error":"Too Many Requests","message":"","truto_is_remote_error":true}""";
    private const string Own = """{"statusCode":429,"error":"Too Many Requests","message":"slow down"}""";

    [Fact]
    public async Task A_429_with_a_reset_becomes_rate_limited()
    {
        await using var truto = await TestTruto.StartAsync(
            429, Remote, ("ratelimit-limit", "1800"), ("ratelimit-remaining", "0"), ("ratelimit-reset", "120"), ("Retry-After", "7"));
        var outcome = await truto.ListCases();

        Assert.Equal(
            new RateLimitRejection
            {
                Scope = RateLimitScope.FuseDesk,
                RetryAt = truto.Time.Now.AddSeconds(120),
                LimiterKey = "account-1:fusedesk",
                Limit = 1800,
            },
            outcome.RateLimit);
        Assert.Equal(
            new RateLimitStatus { Limit = 1800, Remaining = 0, ResetAt = truto.Time.Now.AddSeconds(120) }, outcome.Quota);
        Assert.Null(outcome.Error);
        Assert.Equal(1, outcome.Calls);
    }

    [Fact]
    public async Task A_429_without_a_reset_goes_by_retry_after()
    {
        await using var truto = await TestTruto.StartAsync(429, Remote, ("Retry-After", "30"));
        Assert.Equal(truto.Time.Now.AddSeconds(30), (await truto.ListCases()).RateLimit?.RetryAt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(-60)]
    public async Task Retry_after_may_be_a_date_by_the_servers_clock_however_wrong_that_is(int minutesAhead)
    {
        var theirs = new ManualTime().Now.AddMinutes(minutesAhead);
        await using var truto = await TestTruto.StartAsync(
            429, Remote, ("Date", Http(theirs)), ("Retry-After", Http(theirs.AddSeconds(5))));
        Assert.Equal(truto.Time.Now.AddSeconds(5), (await truto.ListCases()).RateLimit?.RetryAt);
    }

    [Fact]
    public async Task A_short_pause_is_no_empty_hour()
    {
        await using var truto = await TestTruto.StartAsync(
            429, Remote, ("ratelimit-limit", "1800"), ("ratelimit-remaining", "900"), ("ratelimit-reset", "3000"), ("Retry-After", "3"));
        var paused = (await truto.ListCases()).RateLimit;
        Assert.Equal((truto.Time.Now.AddSeconds(3), true), (paused?.RetryAt, paused?.IsPause));

        truto.Time.Advance(seconds: 3);
        Assert.Equal(1, (await truto.ListCases()).Calls);
    }

    [Theory]
    [InlineData("2", "14")]
    [InlineData("14", "2")]
    public async Task Where_nothing_remains_the_later_of_reset_and_retry_after_counts(string reset, string retryAfter)
    {
        await using var truto = await TestTruto.StartAsync(
            429, Remote, ("ratelimit-remaining", "0"), ("ratelimit-reset", reset), ("Retry-After", retryAfter));
        Assert.Equal(truto.Time.Now.AddSeconds(14), (await truto.ListCases()).RateLimit?.RetryAt);
    }

    [Fact]
    public async Task Retry_after_comes_before_a_reset_where_nobody_tells_what_remains()
    {
        await using var truto = await TestTruto.StartAsync(429, Remote, ("ratelimit-reset", "2"), ("Retry-After", "14"));
        Assert.Equal(truto.Time.Now.AddSeconds(14), (await truto.ListCases()).RateLimit?.RetryAt);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    public async Task Waits_in_vain_grow_whatever_the_server_says(string retryAfter)
    {
        await using var truto = await TestTruto.StartAsync(
            context => StubServer.Say(context, 429, "<html>Too many</html>", "text/html", ("Retry-After", retryAfter)));
        var start = truto.Time.Now;
        while (truto.Time.Now < start.AddHours(1))
        {
            var until = (await truto.ListCases()).RateLimit!.RetryAt!.Value;
            Assert.InRange(until - truto.Time.Now, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));
            truto.Time.Advance(until - truto.Time.Now);
        }

        Assert.InRange(truto.Server.Calls.Count, 2, 16);
    }

    [Fact]
    public async Task Waits_begin_again_from_the_shortest_when_a_call_went_through()
    {
        var refuses = true;
        await using var truto = await TestTruto.StartAsync(
            context => StubServer.Say(context, refuses ? 429 : 200, refuses ? Remote : EmptyList));
        for (var i = 0; i < 5; i++)
        {
            truto.Time.Advance((await truto.ListCases()).RateLimit!.RetryAt!.Value - truto.Time.Now);
        }

        refuses = false;
        Assert.NotNull((await truto.ListCases()).Value);
        refuses = true;

        Assert.Equal(truto.Time.Now.AddSeconds(2), (await truto.ListCases()).RateLimit?.RetryAt);
    }

    [Fact]
    public async Task The_fields_of_the_ietf_are_read_as_the_old_headers_are()
    {
        await using var truto = await TestTruto.StartAsync(
            429, Remote, ("RateLimit", "\"default\";r=0;t=30"), ("RateLimit-Policy", "\"default\";q=1800;w=3600"));
        var outcome = await truto.ListCases();

        Assert.Equal(new RateLimitStatus { Limit = 1800, Remaining = 0, ResetAt = truto.Time.Now.AddSeconds(30) }, outcome.Quota);
        Assert.Equal((truto.Time.Now.AddSeconds(30), false), (outcome.RateLimit?.RetryAt, outcome.RateLimit?.IsPause));
        Assert.Equal((1800, TimeSpan.FromHours(1)), (outcome.RateLimit?.Limit, outcome.RateLimit?.Window));
    }

    [Fact]
    public async Task A_429_that_names_no_moment_is_a_short_pause()
    {
        await using var truto = await TestTruto.StartAsync(429, Remote, ("ratelimit-reset", "soon"));
        var outcome = await truto.ListCases();
        Assert.Equal((truto.Time.Now.AddSeconds(2), true), (outcome.RateLimit?.RetryAt, outcome.RateLimit?.IsPause));
        Assert.Equal(0, (await truto.ListCases()).Calls);
        truto.Time.Advance(seconds: 2);
        Assert.Equal(1, (await truto.ListCases()).Calls);
    }

    [Fact]
    public async Task Trutos_own_429_waits_its_seconds_not_for_fusedesks_window()
    {
        await using var truto = await TestTruto.StartAsync(
            429, Own, ("Retry-After", "10"), ("ratelimit-remaining", "900"), ("ratelimit-reset", "3000"));
        var outcome = await truto.ListCases();
        Assert.Equal(
            new RateLimitRejection
            {
                Scope = RateLimitScope.Truto,
                RetryAt = truto.Time.Now.AddSeconds(10),
                LimiterKey = "account-1:truto",
            },
            outcome.RateLimit);

        Assert.Equal(0, (await truto.ListCases()).Calls);
        truto.Time.Advance(seconds: 10);
        Assert.Equal(1, (await truto.ListCases()).Calls);
    }

    [Fact]
    public async Task A_429_that_is_not_json_is_trutos()
    {
        await using var truto = await TestTruto.StartAsync(context =>
            StubServer.Say(context, 429, "Too many", "text/plain", ("Retry-After", "10")));
        Assert.Equal(RateLimitScope.Truto, (await truto.ListCases()).RateLimit?.Scope);
    }

    [Fact]
    public async Task A_429_that_says_now_is_not_called_again_at_once()
    {
        await using var truto = await TestTruto.StartAsync(429, Remote, ("ratelimit-reset", "0"));
        Assert.Equal(truto.Time.Now.AddSeconds(1), (await truto.ListCases()).RateLimit?.RetryAt);
    }

    [Fact]
    public async Task Nothing_is_sent_while_it_is_known_that_nothing_remains()
    {
        await using var truto = await TestTruto.StartAsync(200, EmptyList, ("ratelimit-remaining", "0"), ("ratelimit-reset", "60"));
        var resetAt = truto.Time.Now.AddSeconds(60);
        Assert.NotNull((await truto.ListCases()).Value);
        var sent = truto.Server.Requests.Count;

        var stopped = await truto.ListCases();
        Assert.Equal(
            new RateLimitRejection { Scope = RateLimitScope.FuseDesk, RetryAt = resetAt, LimiterKey = "account-1:fusedesk" },
            stopped.RateLimit);
        Assert.Equal(0, stopped.Calls);
        Assert.Equal(0, stopped.Quota?.Remaining);
        Assert.Equal(0, (await truto.GetCase(1)).Calls);
        Assert.Equal(sent, truto.Server.Requests.Count);

        truto.Time.Advance(seconds: 60);
        Assert.Equal(1, (await truto.ListCases()).Calls);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public async Task Quota_headers_are_read_on_refusals_too(int status)
    {
        await using var truto = await TestTruto.StartAsync(
            status, "{}", ("ratelimit-limit", "1800"), ("ratelimit-remaining", "17"), ("ratelimit-reset", "5"));
        Assert.Equal(
            new RateLimitStatus { Limit = 1800, Remaining = 17, ResetAt = truto.Time.Now.AddSeconds(5) }, (await truto.ListCases()).Quota);
    }

    [Theory]
    [InlineData(" 1800 ", "12.9", "59.5", 1800, 12, 59.5)]
    [InlineData("1800, 1800;w=3600", "-3", "-1", 1800, 0, null)]
    [InlineData("many", "", "1764936000", null, null, null)]
    [InlineData("99999999999", "1e3", "NaN", int.MaxValue, 1000, null)]
    public async Task Quota_headers_are_read_leniently(
        string limit, string remaining, string reset, int? readLimit, int? readRemaining, double? readReset)
    {
        await using var truto = await TestTruto.StartAsync(
            200, EmptyList, ("ratelimit-limit", limit), ("ratelimit-remaining", remaining), ("ratelimit-reset", reset));
        var quota = (await truto.ListCases()).Quota;
        Assert.Equal(readLimit, quota?.Limit);
        Assert.Equal(readRemaining, quota?.Remaining);
        Assert.Equal(readReset is { } seconds ? truto.Time.Now.AddSeconds(seconds) : null, quota?.ResetAt);
    }

    [Fact]
    public async Task Without_quota_headers_the_last_known_quota_stands()
    {
        var calls = 0;
        await using var truto = await TestTruto.StartAsync(context => Interlocked.Increment(ref calls) == 1
            ? StubServer.Say(context, 200, EmptyList, "application/json", ("ratelimit-remaining", "5"), ("ratelimit-reset", "60"))
            : StubServer.Say(context, 200, EmptyList));
        await truto.ListCases();
        Assert.Equal(5, (await truto.ListCases()).Quota?.Remaining);
    }

    private static string Http(DateTimeOffset date) => date.ToString("r", CultureInfo.InvariantCulture);
}
