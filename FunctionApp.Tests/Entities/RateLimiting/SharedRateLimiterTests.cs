using System.Text.Json;
using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Tests.Entities.RateLimiting;

public sealed class SharedRateLimiterTests
{
    private static readonly DateTimeOffset Now = Some.Moment;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Margin = ReservationWindows.Margin(Hour);
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(24);

    private readonly InMemoryLimiter _limiter = new();
    private int _runs;

    [Fact]
    public void The_first_is_served_a_margin_after_the_reset()
    {
        var reservation = Reserve();

        Assert.Equal((Now.AddMinutes(40) + Margin, 1, 0), (reservation.StartsAt, reservation.Permits, reservation.WaitersAhead));
        Assert.Equal(reservation.StartsAt + Hour, reservation.ExpiresAt);
        Assert.Equal(reservation.StartsAt + (Hour / 2), reservation.WaitersFirstUntil);
    }

    [Fact]
    public void Reservations_of_a_window_are_spread_over_its_first_tenth_and_the_next_window_takes_the_rest()
    {
        var reservations = Enumerable.Range(0, 120).Select(_ => Reserve(limit: 100)).ToList();

        Assert.Equal(reservations.OrderBy(reservation => reservation.StartsAt), reservations);
        Assert.Equal(reservations.Count, reservations.Select(reservation => reservation.StartsAt).Distinct().Count());
        Assert.Equal([100, 20], reservations.GroupBy(reservation => reservation.ExpiresAt).Select(window => window.Count()));
        Assert.All(
            reservations.Take(100),
            reservation => Assert.InRange(reservation.StartsAt - reservations[0].StartsAt, TimeSpan.Zero, Hour / 10));
        Assert.Equal(reservations[0].StartsAt + Hour + Margin, reservations[100].StartsAt);
        Assert.Equal(Enumerable.Range(0, 120), reservations.Select(reservation => reservation.WaitersAhead));
    }

    [Fact]
    public void Background_runs_leave_the_headroom_and_interactive_ones_use_it()
    {
        Assert.Equal(90, Reserve(background: true, permits: 300, limit: 100).Permits);
        var second = Reserve(background: true, permits: 300, limit: 100);

        var interactive = Reserve(permits: 10, limit: 100);

        Assert.True(interactive.StartsAt < second.StartsAt);
        Assert.Equal(10, interactive.Permits);
        Assert.True(Reserve(limit: 100).StartsAt > second.StartsAt);
    }

    [Fact]
    public void Few_calls_are_reserved_together_and_many_take_what_is_left()
    {
        Reserve(permits: 97, limit: 100);

        var together = Reserve(permits: 4, limit: 100);
        var rest = Reserve(permits: 50, limit: 100);

        Assert.Equal((4, 3), (together.Permits, rest.Permits));
        Assert.True(rest.StartsAt < together.StartsAt);
    }

    [Fact]
    public void A_window_that_is_only_reserved_for_others_is_given_at_once_as_far_as_it_goes()
    {
        var first = Reserve(background: true, permits: 80, limit: 100);
        var inWindow = first.StartsAt.AddMinutes(1);

        var now = Reserve(inWindow, background: true, permits: 5, limit: 100, reservedForOthers: true, retryAt: first.ExpiresAt);
        var next = Reserve(inWindow, background: true, permits: 9, limit: 100, reservedForOthers: true, retryAt: first.ExpiresAt);

        Assert.InRange(now.StartsAt, inWindow, first.StartsAt + (Hour / 10));
        Assert.Equal(first.ExpiresAt + Margin, next.StartsAt);
    }

    [Fact]
    public void A_run_does_not_wait_for_what_it_has_reserved_itself_in_the_window_that_is_open()
    {
        var first = Reserve(limit: 2, run: "mine");
        var inWindow = first.StartsAt.AddMinutes(1);

        var second = Reserve(inWindow, limit: 2, reservedForOthers: true, retryAt: first.ExpiresAt, run: "mine");

        Assert.Equal((inWindow, first.ExpiresAt), (second.StartsAt, second.ExpiresAt));
    }

    [Fact]
    public void What_is_past_is_forgotten()
    {
        for (var i = 0; i < 500; i++)
        {
            Reserve(limit: 1);
        }

        Assert.Equal(500, _limiter.Windows.Windows.Count);

        Reserve(Now.AddHours(400), limit: 1, retryAt: Now.AddHours(400.5));
        Assert.InRange(_limiter.Windows.Windows.Count, 95, 105);
        Reserve(Now.AddHours(9000), limit: 1, retryAt: Now.AddHours(9000.5));
        Assert.Single(_limiter.Windows.Windows);
    }

    [Fact]
    public void Two_thousand_waiting_runs_fit_into_128_kilobytes_even_with_one_call_a_window()
    {
        for (var i = 0; i < 2000; i++)
        {
            Reserve(new() { Rejection = new() { Limit = 1, Window = Hour, RetryAt = Now.AddMinutes(40) } }, TimeSpan.FromDays(365), Now);
        }

        Assert.InRange(JsonSerializer.Serialize(_limiter.Windows).Length, 1, 128 * 1024);
        var read = JsonSerializer.Deserialize<ReservationWindows>(JsonSerializer.Serialize(_limiter.Windows))!;
        Assert.Equal(_limiter.Windows.Windows.SelectMany(window => window.Runs), read.Windows.SelectMany(window => window.Runs));
    }

    [Fact]
    public void What_would_come_too_late_is_not_reserved()
    {
        Reserve(limit: 1);

        var late = Reserve(
            new() { Rejection = new() { Limit = 1, Window = Hour, RetryAt = Now.AddMinutes(40) }, Waited = TimeSpan.FromHours(23) },
            MaxWait,
            Now);

        Assert.Equal((0, MaxWait, late.StartsAt), (late.Permits, late.OutOfQuota?.MaxWait, late.OutOfQuota?.Until));
        Assert.Equal(late.StartsAt, Reserve(limit: 1).StartsAt);
    }

    [Fact]
    public void A_changed_limit_counts_from_then_on()
    {
        Assert.Equal(100, Reserve(permits: 500, limit: 100).Permits);
        Assert.Equal(20, Reserve(permits: 500, limit: 20).Permits);
        Assert.Equal(500, Reserve(permits: 500, limit: 900).Permits);
    }

    [Fact]
    public void Without_a_reset_all_wait_for_the_same_moment_and_back_off_longer_next_time()
    {
        var first = Reserve(new() { Rejection = new() { Limit = 100 } }, MaxWait, Now);
        var second = Reserve(new() { Rejection = new() { Limit = 100 } }, MaxWait, Now.AddSeconds(0.5));
        Assert.Equal(Now.AddSeconds(2), first.StartsAt);
        Assert.Equal(first.ExpiresAt, second.ExpiresAt);

        var later = first.StartsAt.AddMinutes(10);
        var third = Reserve(new() { Rejection = new() { Limit = 100 } }, MaxWait, later);
        Assert.InRange(third.StartsAt, later.AddSeconds(4), later.AddSeconds(20));
    }

    [Fact]
    public void Trutos_windows_are_ten_seconds_long()
    {
        var reservations = Enumerable.Range(0, 3).Select(_ => Reserve(
            new() { Rejection = new() { Scope = RateLimitScope.Truto, RetryAt = Now.AddSeconds(10) }, Background = true, Permits = 1000 },
            MaxWait,
            Now)).ToList();

        Assert.Equal([45, 45, 45], reservations.Select(reservation => reservation.Permits));
        Assert.InRange(reservations[2].StartsAt, Now.AddSeconds(30), Now.AddSeconds(30.2));
    }

    [Fact]
    public void A_window_may_be_longer_than_was_thought()
    {
        Reserve(new() { Rejection = new() { Limit = 1, RetryAt = Now.AddHours(5) } }, MaxWait, Now);

        var second = Reserve(new() { Rejection = new() { Limit = 1, RetryAt = Now.AddHours(5) } }, MaxWait, Now);

        Assert.InRange(second.StartsAt, Now.AddHours(10), Now.AddHours(10.1));
    }

    [Fact]
    public void A_run_that_waits_again_is_not_its_own_predecessor()
    {
        var request = new ReservationRequest
        {
            Rejection = new() { Limit = 10, Window = Hour, RetryAt = Now.AddMinutes(40) },
            Run = "one",
            Permits = 3,
        };
        var first = Reserve(request, MaxWait, Now);
        var again = Reserve(
            request with { Rejection = request.Rejection with { RetryAt = first.StartsAt.AddMinutes(2) } }, MaxWait, first.StartsAt);

        Assert.Equal((0, 3), (again.WaitersAhead, again.Permits));
        Assert.Equal([3], _limiter.Windows.Windows.Select(window => window.Permits));
    }

    [Fact]
    public void What_a_run_has_not_used_of_a_present_window_is_given_back()
    {
        var first = Reserve(permits: 80, limit: 100);
        var inWindow = first.StartsAt.AddMinutes(1);
        var rejection = new RateLimitRejection { Limit = 100, Window = Hour, RetryAt = first.ExpiresAt, ReservedForOthers = true };

        Assert.True(Reserve(new() { Rejection = rejection, Permits = 40 }, MaxWait, inWindow) is { Permits: 20 });
        Reserve(new() { Rejection = rejection, Run = $"{0:x32}", Unspent = 30 }, MaxWait, inWindow);

        Assert.Equal([80 - 30 + 20 + 1], _limiter.Windows.Windows.Select(window => window.Permits));
    }

    [Fact]
    public void What_is_reserved_for_runs_that_ended_is_given_back_and_whoever_is_behind_finds_out()
    {
        for (var i = 0; i < 8; i++)
        {
            Reserve(limit: 10);
        }

        var last = new ReservationRequest { Rejection = new() { Limit = 10, Window = Hour, RetryAt = Now.AddMinutes(40) }, Run = "last" };
        var behind = Reserve(last, MaxWait, Now.AddMinutes(2));
        Assert.Equal((8, 5), (behind.WaitersAhead, behind.MayHaveEnded.Count));
        Assert.DoesNotContain("last", behind.MayHaveEnded);

        Assert.Equal(3, Reserve(last with { Ended = behind.MayHaveEnded }, MaxWait, Now.AddMinutes(2)).WaitersAhead);
        Assert.Empty(Reserve(last with { Run = "next" }, MaxWait, Now.AddMinutes(2)).MayHaveEnded);
    }

    [Fact]
    public void A_pause_is_waited_for_by_everybody_and_moves_no_window()
    {
        var first = Reserve(limit: 100);
        var pause = new RateLimitRejection { IsPause = true, RetryAt = Now.AddSeconds(3) };

        var paused = Enumerable.Range(0, 3).Select(_ => Reserve(new() { Rejection = pause, Permits = 5 }, MaxWait, Now)).ToList();

        Assert.All(
            paused,
            reservation => Assert.Equal((Now.AddSeconds(3), 5, 0), (reservation.StartsAt, reservation.Permits, reservation.WaitersAhead)));
        Assert.Equal(first.StartsAt, _limiter.Windows.FirstWindowStartsAt);
        Assert.NotNull(Reserve(new() { Rejection = pause, Waited = MaxWait }, MaxWait, Now).OutOfQuota);
    }

    [Theory]
    [InlineData(24 * 3600, "24 hours")]
    [InlineData(3600, "1 hour ")]
    [InlineData(5400, "1.5 hours")]
    [InlineData(1800, "30 minutes")]
    [InlineData(20, "20 seconds")]
    public void Whoever_is_out_of_quota_is_told_how_long_a_run_waits(int seconds, string text) => Assert.Contains(
        text,
        Reserve(
            new() { Rejection = new() { RetryAt = Now.AddDays(9) }, Call = "a", Flow = "b" }, TimeSpan.FromSeconds(seconds), Now)
            .OutOfQuota!.ToString(),
        StringComparison.Ordinal);

    private Reservation Reserve(
        DateTimeOffset? now = null,
        bool background = false,
        int permits = 1,
        int limit = 1800,
        bool reservedForOthers = false,
        DateTimeOffset? retryAt = null,
        string run = "") =>
        Reserve(
            new()
            {
                Rejection = new()
                {
                    Limit = limit,
                    Window = Hour,
                    ReservedForOthers = reservedForOthers,
                    RetryAt = retryAt ?? Now.AddMinutes(40),
                },
                Background = background,
                Permits = permits,
                Run = run,
            },
            TimeSpan.FromDays(300),
            now ?? Now);

    private Reservation Reserve(ReservationRequest request, TimeSpan maxWait, DateTimeOffset now) =>
        _limiter.Reserve(request.Run.Length > 0 ? request : request with { Run = $"{_runs++:x32}" }, maxWait, now);
}
