using FuseDeskFlows.Truto;

namespace FuseDeskFlows.Tests.Truto;

public sealed class QuotaMemoryTests
{
    private readonly ManualTime time = new();
    private readonly QuotaMemory memory;

    public QuotaMemoryTests() => memory = new(time);

    [Fact]
    public void Within_a_window_the_lower_count_is_the_later_word()
    {
        memory.Observe(Quota(5, 60));
        memory.Observe(Quota(7, 60));
        Assert.Equal(5, memory.Current?.Remaining);
        memory.Observe(Quota(4, 61)); // the same window, rounded another way
        Assert.Equal(4, memory.Current?.Remaining);
    }

    [Fact]
    public void A_late_response_of_an_older_window_changes_nothing()
    {
        memory.Observe(Quota(0, 3600));
        memory.Observe(Quota(1700, 1));
        Assert.Equal(0, memory.Current?.Remaining);
        Assert.NotNull(memory.UsedUp());
    }

    [Fact]
    public void A_response_that_was_long_under_way_does_not_open_the_way_again()
    {
        memory.Observe(Quota(0, 60));
        memory.Observe(Quota(9, 70)); // its seconds count from its late arrival
        Assert.Equal(0, memory.Current?.Remaining);
    }

    [Fact]
    public void A_newer_window_replaces_the_older_one()
    {
        memory.Observe(Quota(3, 10));
        memory.Observe(Quota(1799, 3600));
        Assert.Equal(1799, memory.Current?.Remaining);
    }

    [Fact]
    public void Once_a_window_is_over_nothing_stands_in_the_way()
    {
        memory.Observe(Quota(0, 10));
        Assert.Equal(time.Now.AddSeconds(10), memory.UsedUp()?.RetryAt);
        time.Advance(seconds: 10);
        Assert.Null(memory.UsedUp());
        memory.Observe(Quota(2, 3));
        Assert.Equal(2, memory.Current?.Remaining);
    }

    [Fact]
    public void An_empty_quota_without_a_reset_never_blocks()
    {
        memory.Observe(new Quota { Remaining = 0 });
        Assert.Null(memory.UsedUp());
    }

    [Fact]
    public void A_count_without_a_reset_lowers_the_known_window()
    {
        memory.Observe(Quota(5, 60));
        memory.Observe(new Quota { Remaining = 0 });
        Assert.Equal(time.Now.AddSeconds(60), memory.UsedUp()?.RetryAt);
    }

    [Fact]
    public void Trutos_limit_runs_on_its_own_clock()
    {
        memory.Observe(Quota(100, 3600));
        memory.Observe(new RateLimit { Owner = RateLimitOwner.Truto, RetryAt = time.Now.AddSeconds(10) });
        Assert.Equal(RateLimitOwner.Truto, memory.UsedUp()?.Owner);
        Assert.Equal(100, memory.Current?.Remaining);
        time.Advance(seconds: 10);
        Assert.Null(memory.UsedUp());
    }

    [Fact]
    public void Of_two_limits_the_longer_one_counts()
    {
        memory.Observe(new RateLimit { Owner = RateLimitOwner.Truto, RetryAt = time.Now.AddSeconds(10) });
        memory.Observe(new RateLimit { Owner = RateLimitOwner.FuseDesk, RetryAt = time.Now.AddSeconds(60) });
        Assert.Equal(new RateLimit { Owner = RateLimitOwner.FuseDesk, RetryAt = time.Now.AddSeconds(60) }, memory.UsedUp());
    }

    [Fact]
    public async Task Many_threads_end_at_the_lowest_count()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            for (var remaining = 1000 + worker; remaining >= worker; remaining -= 8)
            {
                memory.Observe(Quota(remaining, 60));
            }
        })));
        Assert.Equal(0, memory.Current?.Remaining);
    }

    [Fact]
    public void The_first_call_of_a_window_tells_its_length()
    {
        memory.Observe(Quota(1700, 1400));
        Assert.Null(memory.Window);
        memory.Observe(Quota(1799, 3600), time.Now);
        memory.Observe(Quota(1790, 3500));
        Assert.Equal(TimeSpan.FromHours(1), memory.Window);
    }

    [Fact]
    public void Of_resets_rounded_up_the_earliest_is_nearest_to_the_truth()
    {
        memory.Observe(Quota(9, 60.4));
        memory.Observe(Quota(8, 59.9));
        memory.Observe(Quota(7, 60.6));
        Assert.Equal(time.Now.AddSeconds(59.9), memory.Live?.ResetAt);
    }

    private Quota Quota(int remaining, double seconds) => new() { Limit = 1800, Remaining = remaining, ResetAt = time.Now.AddSeconds(seconds) };
}
