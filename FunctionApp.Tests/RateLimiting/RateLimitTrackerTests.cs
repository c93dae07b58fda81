using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Tests.Truto;

namespace FuseDeskFlows.Tests.RateLimiting;

public sealed class RateLimitTrackerTests
{
    private readonly ManualTime _time = new();
    private readonly RateLimitTracker _memory;

    public RateLimitTrackerTests() => _memory = new(_time);

    [Fact]
    public void Within_a_window_the_lower_count_is_the_later_word()
    {
        _memory.Observe(Quota(5, 60));
        _memory.Observe(Quota(7, 60));
        Assert.Equal(5, _memory.Current?.Remaining);
        _memory.Observe(Quota(4, 61)); // the same window, rounded another way
        Assert.Equal(4, _memory.Current?.Remaining);
    }

    [Fact]
    public void A_late_response_of_an_older_window_changes_nothing()
    {
        _memory.Observe(Quota(0, 3600));
        _memory.Observe(Quota(1700, 1));
        Assert.Equal(0, _memory.Current?.Remaining);
        Assert.NotNull(_memory.UsedUp());
    }

    [Fact]
    public void A_response_that_was_long_under_way_does_not_open_the_way_again()
    {
        _memory.Observe(Quota(0, 60));
        _memory.Observe(Quota(9, 70)); // its seconds count from its late arrival
        Assert.Equal(0, _memory.Current?.Remaining);
    }

    [Fact]
    public void A_newer_window_replaces_the_older_one()
    {
        _memory.Observe(Quota(3, 10));
        _memory.Observe(Quota(1799, 3600));
        Assert.Equal(1799, _memory.Current?.Remaining);
    }

    [Fact]
    public void Once_a_window_is_over_nothing_stands_in_the_way()
    {
        _memory.Observe(Quota(0, 10));
        Assert.Equal(_time.Now.AddSeconds(10), _memory.UsedUp()?.RetryAt);
        _time.Advance(seconds: 10);
        Assert.Null(_memory.UsedUp());
        _memory.Observe(Quota(2, 3));
        Assert.Equal(2, _memory.Current?.Remaining);
    }

    [Fact]
    public void An_empty_quota_without_a_reset_never_blocks()
    {
        _memory.Observe(new RateLimitStatus { Remaining = 0 });
        Assert.Null(_memory.UsedUp());
    }

    [Fact]
    public void A_count_without_a_reset_lowers_the_known_window()
    {
        _memory.Observe(Quota(5, 60));
        _memory.Observe(new RateLimitStatus { Remaining = 0 });
        Assert.Equal(_time.Now.AddSeconds(60), _memory.UsedUp()?.RetryAt);
    }

    [Fact]
    public void Trutos_limit_runs_on_its_own_clock()
    {
        _memory.Observe(Quota(100, 3600));
        _memory.Observe(new RateLimitRejection { Owner = RateLimitScope.Truto, RetryAt = _time.Now.AddSeconds(10) });
        Assert.Equal(RateLimitScope.Truto, _memory.UsedUp()?.Owner);
        Assert.Equal(100, _memory.Current?.Remaining);
        _time.Advance(seconds: 10);
        Assert.Null(_memory.UsedUp());
    }

    [Fact]
    public void Of_two_limits_the_longer_one_counts()
    {
        _memory.Observe(new RateLimitRejection { Owner = RateLimitScope.Truto, RetryAt = _time.Now.AddSeconds(10) });
        _memory.Observe(new RateLimitRejection { Owner = RateLimitScope.FuseDesk, RetryAt = _time.Now.AddSeconds(60) });
        Assert.Equal(new RateLimitRejection { Owner = RateLimitScope.FuseDesk, RetryAt = _time.Now.AddSeconds(60) }, _memory.UsedUp());
    }

    [Fact]
    public async Task Many_threads_end_at_the_lowest_count()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            for (var remaining = 1000 + worker; remaining >= worker; remaining -= 8)
            {
                _memory.Observe(Quota(remaining, 60));
            }
        })));
        Assert.Equal(0, _memory.Current?.Remaining);
    }

    [Fact]
    public void The_first_call_of_a_window_tells_its_length()
    {
        _memory.Observe(Quota(1700, 1400));
        Assert.Null(_memory.Window);
        _memory.Observe(Quota(1799, 3600), _time.Now);
        _memory.Observe(Quota(1790, 3500));
        Assert.Equal(TimeSpan.FromHours(1), _memory.Window);
    }

    [Fact]
    public void Of_resets_rounded_up_the_earliest_is_nearest_to_the_truth()
    {
        _memory.Observe(Quota(9, 60.4));
        _memory.Observe(Quota(8, 59.9));
        _memory.Observe(Quota(7, 60.6));
        Assert.Equal(_time.Now.AddSeconds(59.9), _memory.Live?.ResetAt);
    }

    private RateLimitStatus Quota(int remaining, double seconds) => new() { Limit = 1800, Remaining = remaining, ResetAt = _time.Now.AddSeconds(seconds) };
}
