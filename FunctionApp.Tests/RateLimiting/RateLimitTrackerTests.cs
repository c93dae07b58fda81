using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Tests.Truto;

namespace FuseDeskFlows.Tests.RateLimiting;

public sealed class RateLimitTrackerTests
{
    private readonly ManualTime _time = new();
    private readonly RateLimitTracker _tracker;

    public RateLimitTrackerTests() => _tracker = new(_time);

    [Fact]
    public void Within_a_window_the_lower_count_is_the_later_word()
    {
        _tracker.Observe(Quota(5, 60));
        _tracker.Observe(Quota(7, 60));
        Assert.Equal(5, _tracker.Current?.Remaining);
        _tracker.Observe(Quota(4, 61)); // the same window, rounded another way
        Assert.Equal(4, _tracker.Current?.Remaining);
    }

    [Fact]
    public void A_late_response_of_an_older_window_changes_nothing()
    {
        _tracker.Observe(Quota(0, 3600));
        _tracker.Observe(Quota(1700, 1));
        Assert.Equal(0, _tracker.Current?.Remaining);
        Assert.NotNull(_tracker.CurrentRejection());
    }

    [Fact]
    public void A_response_that_was_long_under_way_does_not_open_the_way_again()
    {
        _tracker.Observe(Quota(0, 60));
        _tracker.Observe(Quota(9, 70)); // its seconds count from its late arrival
        Assert.Equal(0, _tracker.Current?.Remaining);
    }

    [Fact]
    public void A_newer_window_replaces_the_older_one()
    {
        _tracker.Observe(Quota(3, 10));
        _tracker.Observe(Quota(1799, 3600));
        Assert.Equal(1799, _tracker.Current?.Remaining);
    }

    [Fact]
    public void Once_a_window_is_over_nothing_stands_in_the_way()
    {
        _tracker.Observe(Quota(0, 10));
        Assert.Equal(_time.Now.AddSeconds(10), _tracker.CurrentRejection()?.RetryAt);
        _time.Advance(seconds: 10);
        Assert.Null(_tracker.CurrentRejection());
        _tracker.Observe(Quota(2, 3));
        Assert.Equal(2, _tracker.Current?.Remaining);
    }

    [Fact]
    public void An_empty_quota_without_a_reset_is_a_short_pause()
    {
        _tracker.Observe(new RateLimitStatus { Remaining = 0 });
        Assert.Equal((_time.Now.AddSeconds(2), true), (_tracker.CurrentRejection()?.RetryAt, _tracker.CurrentRejection()?.IsPause));
        _time.Advance(seconds: 2);
        Assert.Null(_tracker.CurrentRejection());
    }

    [Fact]
    public void A_count_without_a_reset_lowers_the_known_window()
    {
        _tracker.Observe(Quota(5, 60));
        _tracker.Observe(new RateLimitStatus { Remaining = 0 });
        Assert.Equal(_time.Now.AddSeconds(60), _tracker.CurrentRejection()?.RetryAt);
    }

    [Fact]
    public void Trutos_limit_runs_on_its_own_clock()
    {
        _tracker.Observe(Quota(100, 3600));
        _tracker.Refuse(new RateLimitRejection { Scope = RateLimitScope.Truto, RetryAt = _time.Now.AddSeconds(10) }, _time.Now);
        Assert.Equal(RateLimitScope.Truto, _tracker.CurrentRejection()?.Scope);
        Assert.Equal(100, _tracker.Current?.Remaining);
        _time.Advance(seconds: 10);
        Assert.Null(_tracker.CurrentRejection());
    }

    [Fact]
    public void Of_two_limits_the_longer_one_counts()
    {
        _tracker.Refuse(new RateLimitRejection { Scope = RateLimitScope.Truto, RetryAt = _time.Now.AddSeconds(10) }, _time.Now);
        _tracker.Refuse(new RateLimitRejection { Scope = RateLimitScope.FuseDesk, RetryAt = _time.Now.AddSeconds(60) }, _time.Now);
        var longer = new RateLimitRejection { Scope = RateLimitScope.FuseDesk, RetryAt = _time.Now.AddSeconds(60) };
        Assert.Equal(longer, _tracker.CurrentRejection());
    }

    [Fact]
    public async Task Many_threads_end_at_the_lowest_count()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            for (var remaining = 1000 + worker; remaining >= worker; remaining -= 8)
            {
                _tracker.Observe(Quota(remaining, 60));
            }
        })));
        Assert.Equal(0, _tracker.Current?.Remaining);
    }

    [Fact]
    public void The_first_call_of_a_window_tells_its_length()
    {
        _tracker.Observe(Quota(1700, 1400));
        Assert.Null(_tracker.WindowLength);
        _tracker.Observe(Quota(1799, 3600), _time.Now);
        _tracker.Observe(Quota(1790, 3500));
        Assert.Equal(TimeSpan.FromHours(1), _tracker.WindowLength);
    }

    [Fact]
    public void Of_resets_rounded_up_the_earliest_is_nearest_to_the_truth()
    {
        _tracker.Observe(Quota(9, 60.4));
        _tracker.Observe(Quota(8, 59.9));
        _tracker.Observe(Quota(7, 60.6));
        Assert.Equal(_time.Now.AddSeconds(59.9), _tracker.CurrentWindow?.ResetAt);
    }

    private RateLimitStatus Quota(int remaining, double seconds) =>
        new() { Limit = 1800, Remaining = remaining, ResetAt = _time.Now.AddSeconds(seconds) };
}
