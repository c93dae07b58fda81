using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.RateLimiting.Headers;

namespace FuseDeskFlows.Tests.RateLimiting.Headers;

/// <summary>What a model's headers tell of its quota, in the forms that servers use.</summary>
public sealed class ModelRateLimitHeadersTests
{
    private const string Limit = "x-ratelimit-limit-requests";
    private const string Remaining = "x-ratelimit-remaining-requests";
    private const string Requests = "x-ratelimit-reset-requests";
    private const string Tokens = "x-ratelimit-reset-tokens";

    [Theory]
    [InlineData("1s", 1.0)]
    [InlineData("6m0s", 360.0)]
    [InlineData("1h2m3.5s", 3723.5)]
    [InlineData("120ms", 0.12)]
    [InlineData("26", 26.0)]
    [InlineData("0.5", 0.5)]
    [InlineData("0s", 0.0)]
    [InlineData("-3", null)]
    [InlineData("soon", null)]
    [InlineData("1s later", null)]
    [InlineData("99999999s", null)]
    [InlineData("", null)]
    public void Resets_are_read_in_every_form(string text, double? seconds) =>
        Assert.Equal(seconds, Parse((Requests, text)).Reset?.TotalSeconds);

    [Fact]
    public void A_used_up_window_is_told_by_its_reset()
    {
        var rejection = Rejection((Limit, "60"), (Remaining, "0"), (Requests, "42s"), (Tokens, "6m0s"));

        Assert.Equal((Some.Moment.AddSeconds(42), null), (rejection.RetryAt, rejection.Window));
    }

    [Fact]
    public void Retry_after_comes_before_resets()
    {
        Assert.Equal(
            Some.Moment.AddSeconds(40), Rejection((Limit, "60"), (Remaining, "0"), (Requests, "42s"), ("Retry-After", "40")).RetryAt);
        Assert.Equal(
            Some.Moment.AddSeconds(39.5), Rejection((Requests, "42s"), ("Retry-After", "40"), ("retry-after-ms", "39500")).RetryAt);
    }

    [Theory]
    [InlineData("3", "20", "60s", 1, 20)]
    [InlineData("500", "6", "60s", 50, 6)]
    [InlineData("10000", "1", "60s", 166, 1)]
    [InlineData("3", "1", "60s", 1, 1)]
    public void A_quota_that_fills_bit_by_bit_is_used_at_its_pace(string limit, string retryAfter, string reset, int calls, int seconds)
    {
        var rejection = Rejection((Limit, limit), (Remaining, "0"), (Requests, reset), ("Retry-After", retryAfter));

        Assert.Equal(
            (Some.Moment.AddSeconds(seconds), calls, TimeSpan.FromSeconds(seconds)),
            (rejection.RetryAt, rejection.Limit, rejection.Window));
    }

    [Fact]
    public void Where_the_tokens_are_used_up_as_many_requests_are_made_as_used_them_up()
    {
        var rejection = Rejection((Limit, "500"), (Remaining, "488"), (Requests, "120ms"), (Tokens, "50s"));

        Assert.Equal((Some.Moment.AddSeconds(50), 12, TimeSpan.FromSeconds(50)), (rejection.RetryAt, rejection.Limit, rejection.Window));
    }

    [Fact]
    public void Without_headers_nothing_is_known() =>
        Assert.Equal(new() { Scope = RateLimitScope.Model }, Rejection());

    private static RateLimitRejection Rejection(params (string, string)[] headers) =>
        Parse(headers).ToRejection(RateLimitScope.Model, Some.Moment);

    private static RateLimitHeaders Parse(params (string Name, string Value)[] headers) => RateLimitHeaders.Parse(
        name => headers.Where(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value).FirstOrDefault(),
        Some.Moment);
}
