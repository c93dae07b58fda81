using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.RateLimiting.Settings;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FuseDeskFlows.Tests.RateLimiting;

public sealed class InProcessRateLimiterTests
{
    private static readonly CallContext Interactive = new() { Flow = "CaseTriage" };
    private static readonly CallContext Background = new() { Flow = "CaseDigest", Background = true };

    private readonly FakeTimeProvider _time = new(Some.Moment);
    private readonly RateLimitOptions _options = new();
    private readonly RateLimitTracker _tracker;
    private readonly InProcessRateLimiter _limiter;
    private readonly Queue<RateLimitLease> _underWay = [];

    public InProcessRateLimiterTests()
    {
        _tracker = new(_time);
        _limiter = new(_tracker, Options.Create(_options), _time);
    }

    [Fact]
    public async Task Of_a_window_that_nobody_knows_one_call_alone_learns()
    {
        Assert.Null(await Enter(Background));
        var second = Enter(Background);
        var third = Enter(Background);
        Assert.False(second.IsCompleted || third.IsCompleted);

        Answer(remaining: 0);

        var rejections = await Task.WhenAll(second, third);
        Assert.All(rejections, rejection => Assert.Equal(Some.Moment.AddHours(1), rejection?.RetryAt));
    }

    [Fact]
    public async Task Without_headers_nobody_waits_for_anybody()
    {
        await Enter(Background);
        Answer();

        Assert.Equal([null, null], await Task.WhenAll(Enter(Background), Enter(Background)));
    }

    [Fact]
    public async Task A_call_ends_once_however_often_its_lease_is_disposed()
    {
        Know(remaining: 2);
        using var first = await _limiter.AcquireAsync(Interactive, TestContext.Current.CancellationToken);
        await Enter(Interactive);
        var third = Enter(Interactive);

        Know(remaining: 1);
        first.Dispose();
        first.Dispose();

        Assert.False(third.IsCompleted);
        Answer(remaining: 0);
        Assert.NotNull(await third);
    }

    [Fact]
    public async Task A_first_call_that_hangs_holds_nobody_up_for_long()
    {
        await Enter(Background);
        var second = Enter(Background);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await second);
    }

    [Fact]
    public async Task While_the_first_call_of_a_window_takes_long_no_more_are_made_than_the_last_window_had()
    {
        _tracker.Observe(new RateLimitStatus { Limit = 2, Remaining = 0, ResetAt = Some.Moment.AddHours(1) });
        _time.Advance(TimeSpan.FromHours(1));
        await Enter(Interactive);
        Task<RateLimitRejection?>[] others = [Enter(Interactive), Enter(Interactive)];

        _time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAny(others);
        Assert.Equal([false, true], others.Select(call => call.IsCompleted).Order());

        _tracker.Observe(new RateLimitStatus { Limit = 2, Remaining = 0, ResetAt = Some.Moment.AddHours(2) });
        Answer();
        Assert.Single(await Task.WhenAll(others), limit => limit?.RetryAt == Some.Moment.AddHours(2));
    }

    [Fact]
    public async Task Calls_under_way_are_counted_so_that_none_is_refused_by_the_server()
    {
        Know(remaining: 2);
        Assert.Null(await Enter(Interactive));
        Assert.Null(await Enter(Interactive));
        var third = Enter(Interactive);
        Assert.False(third.IsCompleted);

        Answer(remaining: 1);
        Assert.False(third.IsCompleted);
        Answer(remaining: 0);

        Assert.Equal(RateLimitScope.FuseDesk, (await third)?.Scope);
    }

    [Fact]
    public async Task Background_runs_stop_at_the_headroom_and_interactive_ones_use_it()
    {
        Know(remaining: 6);

        Assert.Equal(Some.Moment.AddHours(1), (await Enter(Background))?.RetryAt);
        Assert.Null(await Enter(Interactive));
    }

    [Fact]
    public async Task A_flow_may_have_a_headroom_of_its_own()
    {
        _options.Flows["casedigest"] = new() { InteractiveHeadroom = 0.05 };
        Know(remaining: 6);

        Assert.Null(await Enter(Background));
    }

    [Fact]
    public async Task Headroom_that_interactive_runs_have_used_is_not_left_a_second_time()
    {
        Know(remaining: 60);
        for (var i = 0; i < 6; i++)
        {
            await Enter(Interactive);
            Answer(remaining: 59 - i);
        }

        Know(remaining: 1);

        Assert.Null(await Enter(Background));
    }

    [Fact]
    public async Task While_those_who_waited_are_served_a_background_run_must_reserve_and_an_interactive_one_does_not()
    {
        Know(remaining: 50);
        await Enter(Background with { Reservations = [NewReservation()] });
        Answer(remaining: 49);

        Assert.True((await Enter(Background))?.ReservedForOthers);
        Assert.Null(await Enter(Interactive));
        _time.Advance(TimeSpan.FromMinutes(30));
        Assert.Null(await Enter(Background));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task Whoever_comes_a_moment_early_for_a_lease_waits_in_place(int remaining)
    {
        Know(remaining);
        _time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(30));
        var early = Enter(Background with { Reservations = [NewReservation()] });
        Assert.False(early.IsCompleted);
        Assert.NotNull(await Enter(Background));

        _time.Advance(TimeSpan.FromMilliseconds(31));

        Assert.Null(await early);
    }

    [Fact]
    public async Task Of_several_who_come_a_moment_early_one_alone_learns_what_the_window_brings()
    {
        Know(remaining: 0);
        _time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(30));
        var holder = Background with { Reservations = [NewReservation()] };
        Task<RateLimitRejection?>[] early = [Enter(holder), Enter(holder)];

        _time.Advance(TimeSpan.FromMilliseconds(31));

        _ = await Task.WhenAny(early);
        Assert.Equal([false, true], early.Select(call => call.IsCompleted).Order());
        Answer();
        await Task.WhenAll(early);
    }

    [Fact]
    public async Task A_lease_of_a_window_that_is_over_is_worth_nothing()
    {
        await Enter(Background with { Reservations = [NewReservation() with { WaitersFirstUntil = Some.Moment.AddHours(9) }] });
        Answer(remaining: 40);
        _time.Advance(TimeSpan.FromHours(3));

        Assert.True((await Enter(Background with { Reservations = [NewReservation()] }))?.ReservedForOthers);
    }

    [Fact]
    public async Task Trutos_limit_is_reserved_by_itself()
    {
        Know(remaining: 50);
        _tracker.Refuse(new RateLimitRejection { Scope = RateLimitScope.Truto, RetryAt = Some.Moment.AddSeconds(10) }, Some.Moment);
        Assert.Equal(RateLimitScope.Truto, (await Enter(Interactive))?.Scope);
        _time.Advance(TimeSpan.FromSeconds(10));

        var reservation = new Reservation
        {
            Scope = RateLimitScope.Truto,
            ExpiresAt = Some.Moment.AddSeconds(20),
            WaitersFirstUntil = Some.Moment.AddSeconds(15),
        };
        Assert.Null(await Enter(Background with { Reservations = [reservation] }));
        Assert.Equal((RateLimitScope.Truto, true), await Enter(Background) is { } limit ? (limit.Scope, limit.ReservedForOthers) : default);
    }

    private static Reservation NewReservation() => new()
    {
        Scope = RateLimitScope.FuseDesk,
        ExpiresAt = Some.Moment.AddHours(2),
        WaitersFirstUntil = Some.Moment.AddMinutes(30),
    };

    private async Task<RateLimitRejection?> Enter(CallContext caller)
    {
        var lease = await _limiter.AcquireAsync(caller, TestContext.Current.CancellationToken);
        if (lease.IsAcquired)
        {
            _underWay.Enqueue(lease);
        }

        return lease.Rejection;
    }

    private void Know(int remaining) =>
        _tracker.Observe(new RateLimitStatus { Limit = 60, Remaining = remaining, ResetAt = Some.Moment.AddHours(1) });

    private void Answer(int remaining)
    {
        Know(remaining);
        Answer();
    }

    private void Answer()
    {
        using var lease = _underWay.Dequeue();
        lease.MarkAnswered();
    }
}
