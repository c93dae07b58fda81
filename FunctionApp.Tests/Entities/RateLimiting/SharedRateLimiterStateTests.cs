using System.Text.Json;
using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Tests.Entities.RateLimiting;

public sealed class SharedRateLimiterStateTests
{
    private static readonly DateTimeOffset Now = Some.Moment;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Margin = QuotaShare.Margin(Hour);
    private static readonly QuotaTerms Terms = new(0.1, TimeSpan.FromHours(24));

    private readonly SharedRateLimiterState _book = new();

    [Fact]
    public void The_first_is_served_a_margin_after_the_reset()
    {
        var grant = Ask();

        Assert.Equal((Now.AddMinutes(40) + Margin, 1, 0), (grant.At, grant.Calls, grant.Ahead));
        Assert.Equal((grant.At + Hour, grant.At + (Hour / 2)), (grant.Until, grant.QueueUntil));
    }

    [Fact]
    public void Turns_of_a_window_are_spread_over_its_first_tenth_and_the_next_window_takes_the_rest()
    {
        var grants = Enumerable.Range(0, 120).Select(_ => Ask(limit: 100)).ToList();

        Assert.Equal(grants.OrderBy(grant => grant.At), grants);
        Assert.Equal(grants.Count, grants.Select(grant => grant.At).Distinct().Count());
        Assert.Equal([100, 20], grants.GroupBy(grant => grant.Until).Select(window => window.Count()));
        Assert.All(grants.Take(100), grant => Assert.InRange(grant.At - grants[0].At, TimeSpan.Zero, Hour / 10));
        Assert.Equal(grants[0].At + Hour + Margin, grants[100].At);
        Assert.Equal(Enumerable.Range(0, 120), grants.Select(grant => grant.Ahead));
    }

    [Fact]
    public void Batch_runs_leave_the_headroom_and_interactive_ones_use_it()
    {
        Assert.Equal(90, Ask(batch: true, calls: 300, limit: 100).Calls);
        var second = Ask(batch: true, calls: 300, limit: 100);

        var interactive = Ask(calls: 10, limit: 100);

        Assert.True(interactive.At < second.At);
        Assert.Equal(10, interactive.Calls);
        Assert.True(Ask(limit: 100).At > second.At);
    }

    [Fact]
    public void Few_calls_are_given_together_and_many_take_what_is_left()
    {
        Ask(calls: 97, limit: 100);

        var together = Ask(calls: 4, limit: 100);
        var rest = Ask(calls: 50, limit: 100);

        Assert.Equal((4, 3), (together.Calls, rest.Calls));
        Assert.True(rest.At < together.At);
    }

    [Fact]
    public void A_window_that_is_only_promised_is_given_at_once_as_far_as_it_goes()
    {
        var first = Ask(batch: true, calls: 80, limit: 100);
        var inWindow = first.At.AddMinutes(1);

        var now = Ask(inWindow, batch: true, calls: 5, limit: 100, queued: true, retryAt: first.Until);
        var next = Ask(inWindow, batch: true, calls: 9, limit: 100, queued: true, retryAt: first.Until);

        Assert.InRange(now.At, inWindow, first.At + (Hour / 10));
        Assert.Equal(first.Until + Margin, next.At);
    }

    [Fact]
    public void What_is_past_is_forgotten()
    {
        for (var i = 0; i < 500; i++)
        {
            Ask(limit: 1);
        }

        Assert.Equal(500, _book.Runs.Count);

        Ask(Now.AddHours(400), limit: 1, retryAt: Now.AddHours(400.5));
        Assert.InRange(_book.Runs.Count, 95, 105);
        Ask(Now.AddHours(9000), limit: 1, retryAt: Now.AddHours(9000.5));
        Assert.Single(_book.Runs);
    }

    [Fact]
    public void Two_thousand_waiting_runs_fit_into_64_kilobytes_even_with_one_call_a_window()
    {
        for (var i = 0; i < 2000; i++)
        {
            _book.Ask(new() { Limit = 1, Window = Hour, RetryAt = Now.AddMinutes(40) }, Terms with { MaxWait = TimeSpan.FromDays(365) }, Now);
        }

        Assert.InRange(JsonSerializer.Serialize(_book).Length, 1, 64 * 1024);
        var read = JsonSerializer.Deserialize<SharedRateLimiterState>(JsonSerializer.Serialize(_book))!;
        Assert.Equal(_book.Runs, read.Runs);
    }

    [Fact]
    public void A_turn_that_would_come_too_late_is_neither_given_nor_promised()
    {
        Ask(limit: 1);

        var late = _book.Ask(new() { Limit = 1, Window = Hour, RetryAt = Now.AddMinutes(40), Waited = TimeSpan.FromHours(23) }, Terms, Now);

        Assert.Equal((0, TimeSpan.FromHours(24)), (late.Calls, late.MaxWait));
        Assert.Equal(late.At, Ask(limit: 1).At);
    }

    [Fact]
    public void A_changed_limit_counts_from_then_on()
    {
        Assert.Equal(100, Ask(calls: 500, limit: 100).Calls);
        Assert.Equal(20, Ask(calls: 500, limit: 20).Calls);
        Assert.Equal(500, Ask(calls: 500, limit: 900).Calls);
    }

    [Fact]
    public void Without_a_reset_all_wait_for_the_same_guess_and_the_next_guess_is_later()
    {
        var first = _book.Ask(new() { Limit = 100 }, Terms, Now);
        var second = _book.Ask(new() { Limit = 100 }, Terms, Now.AddSeconds(0.5));
        Assert.Equal(Now.AddSeconds(2), first.At);
        Assert.Equal(first.Until, second.Until);

        var later = first.At.AddMinutes(10);
        var third = _book.Ask(new() { Limit = 100 }, Terms, later);
        Assert.InRange(third.At, later.AddSeconds(4), later.AddSeconds(20));
    }

    [Fact]
    public void Trutos_windows_are_ten_seconds_long()
    {
        var grants = Enumerable.Range(0, 3).Select(_ => _book.Ask(
            new() { Owner = RateLimitScope.Truto, Batch = true, Calls = 1000, RetryAt = Now.AddSeconds(10) }, Terms, Now)).ToList();

        Assert.Equal([45, 45, 45], grants.Select(grant => grant.Calls));
        Assert.InRange(grants[2].At, Now.AddSeconds(30), Now.AddSeconds(30.2));
    }

    [Fact]
    public void A_window_may_be_longer_than_was_thought()
    {
        _book.Ask(new() { Limit = 1, RetryAt = Now.AddHours(5) }, Terms, Now);

        Assert.InRange(_book.Ask(new() { Limit = 1, RetryAt = Now.AddHours(5) }, Terms, Now).At, Now.AddHours(10), Now.AddHours(10.1));
    }

    private Reservation Ask(
        DateTimeOffset? now = null, bool batch = false, int calls = 1, int limit = 1800, bool queued = false, DateTimeOffset? retryAt = null) =>
        _book.Ask(
            new() { Batch = batch, Calls = calls, Limit = limit, Window = Hour, Queued = queued, RetryAt = retryAt ?? Now.AddMinutes(40) },
            Terms with { MaxWait = TimeSpan.FromDays(300) },
            now ?? Now);
}
