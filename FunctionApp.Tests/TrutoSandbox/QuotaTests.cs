using FuseDeskFlows.TrutoSandbox;
using LocalHost.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FuseDeskFlows.Tests.TrutoSandbox;

public sealed class QuotaTests
{
    private readonly FakeTimeProvider _time = new(SandboxClient.Today);

    [Fact]
    public async Task Every_proxy_answer_tells_the_quota()
    {
        await using var sandbox = await StartAsync(limit: 3);

        using var first = await sandbox.GetAsync("reps");
        _time.Advance(TimeSpan.FromSeconds(10.5));
        using var second = await sandbox.GetAsync("reps/no-such-rep");

        Assert.Equal(("3", "2", "60"), Quota(first));
        Assert.Equal(("3", "1", "50"), Quota(second));
    }

    [Fact]
    public async Task The_reset_can_be_left_out()
    {
        await using var sandbox = await SandboxClient.StartAsync(new() { Limit = 3, NoReset = true, Time = _time });

        using var answer = await sandbox.GetAsync("reps");

        Assert.Equal(("3", "2", "(none)"), Quota(answer));
    }

    [Fact]
    public async Task A_call_over_the_limit_is_a_remote_429_and_spends_nothing()
    {
        await using var sandbox = await StartAsync(limit: 1);
        using var allowed = await sandbox.GetAsync("reps");

        using var refused = await sandbox.GetAsync("reps");

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal(("1", "0", "60"), Quota(refused));
        Assert.Equal("api_error_ratelimit", SandboxClient.Header(refused, "X-FuseDesk-Error-Code"));
        Assert.Equal("(none)", SandboxClient.Header(refused, "Retry-After"));
        var body = await SandboxClient.JsonAsync(refused);
        Assert.Equal(429, (int)body["statusCode"]!);
        Assert.True((bool)body["truto_is_remote_error"]!);
    }

    [Fact]
    public async Task The_window_opens_with_its_first_call_and_a_caller_who_waits_for_the_reset_is_let_through()
    {
        await using var sandbox = await StartAsync(limit: 1);
        _time.Advance(TimeSpan.FromSeconds(45));
        using var first = await sandbox.GetAsync("reps");
        _time.Advance(TimeSpan.FromSeconds(59));
        using var tooEarly = await sandbox.GetAsync("reps");
        _time.Advance(TimeSpan.FromSeconds(int.Parse(Quota(tooEarly).Reset, System.Globalization.CultureInfo.InvariantCulture)));
        using var inTime = await sandbox.GetAsync("reps");

        Assert.Equal([200, 429, 200], new[] { first, tooEarly, inTime }.Select(response => (int)response.StatusCode));
        Assert.Equal([(1, 1), (1, 0)], sandbox.Server.Stats.Windows.Select(window => (window.Calls, window.Limited)));
        Assert.Equal(1, sandbox.Server.Stats.RateLimited);
    }

    [Fact]
    public async Task Refusals_of_Truto_and_the_catalogue_spend_no_quota()
    {
        await using var sandbox = await StartAsync(limit: 5);

        using var unknownResource = await sandbox.GetAsync("Cases");
        using var badCursor = await sandbox.GetAsync("cases?next_cursor=nonsense");
        using var tools = await sandbox.Http.GetAsync(
            $"/integrated-account/{sandbox.Server.IntegratedAccountId}/tools", TestContext.Current.CancellationToken);

        Assert.Equal([404, 400, 200], new[] { unknownResource, badCursor, tools }.Select(response => (int)response.StatusCode));
        Assert.Empty(sandbox.Server.Stats.Windows);
    }

    [Fact]
    public async Task Trutos_own_limit_answers_without_the_remote_flag_and_says_when_to_come_back()
    {
        await using var sandbox = await SandboxClient.StartAsync(new() { Time = _time, TrutoLimit = 2 });
        using var first = await sandbox.GetAsync("reps");
        using var second = await sandbox.GetAsync("reps");

        using var refused = await sandbox.GetAsync("reps");
        _time.Advance(TimeSpan.FromSeconds(10));
        using var later = await sandbox.GetAsync("reps");

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal("10", SandboxClient.Header(refused, "Retry-After"));
        Assert.False((await SandboxClient.JsonAsync(refused)).ContainsKey("truto_is_remote_error"));
        Assert.Equal(200, (int)later.StatusCode);
        Assert.Equal(3, sandbox.Server.Stats.Windows.Single().Calls);
    }

    [Fact]
    public async Task Calls_that_come_together_never_exceed_the_limit()
    {
        await using var sandbox = await StartAsync(limit: 20);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => sandbox.GetAsync("departments/3")));

        Assert.Equal(20, answers.Count(answer => answer.IsSuccessStatusCode));
        Assert.Equal((20, 30), (sandbox.Server.Stats.Windows.Single().Calls, sandbox.Server.Stats.RateLimited));
    }

    [Fact]
    public async Task Latency_passes_on_the_clock_of_the_options()
    {
        await using var sandbox = await SandboxClient.StartAsync(new() { Time = _time, Latency = TimeSpan.FromMinutes(5) });
        var calls = new[] { sandbox.GetAsync("reps"), sandbox.GetAsync("departments") };
        await Eventually.TrueAsync(
            () => sandbox.Server.Stats.Windows.Sum(window => window.Calls) == 2, "both calls have taken their quota");
        Assert.DoesNotContain(calls, call => call.IsCompleted);

        // The second call's timer may start a moment after its quota was taken, so the clock is moved until both are through.
        await Eventually.TrueAsync(() =>
        {
            _time.Advance(TimeSpan.FromMinutes(5));
            return Array.TrueForAll(calls, call => call.IsCompleted);
        }, "both calls are through");

        Assert.Equal(2, sandbox.Server.Stats.MaxConcurrency);
    }

    private Task<SandboxClient> StartAsync(int limit) =>
        SandboxClient.StartAsync(new SandboxOptions { Time = _time, Limit = limit, Window = TimeSpan.FromMinutes(1) });

    private static (string Limit, string Remaining, string Reset) Quota(HttpResponseMessage response) => (
        SandboxClient.Header(response, "ratelimit-limit"),
        SandboxClient.Header(response, "ratelimit-remaining"),
        SandboxClient.Header(response, "ratelimit-reset"));
}
