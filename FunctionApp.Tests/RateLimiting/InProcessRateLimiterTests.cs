using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FuseDeskFlows.Tests.RateLimiting;

public sealed class InProcessRateLimiterTests
{
    private static readonly CallContext Interactive = new() { Flow = "CaseTriage" };
    private static readonly CallContext Batch = new() { Flow = "CaseDigest", Batch = true };

    private readonly FakeTimeProvider _time = new(Some.Moment);
    private readonly TrutoOptions _options = new();
    private readonly RateLimitTracker _memory;
    private readonly InProcessRateLimiter _gate;

    public InProcessRateLimiterTests()
    {
        _memory = new(_time);
        _gate = new(_memory, Options.Create(_options), _time);
    }

    [Fact]
    public async Task Of_a_window_that_nobody_knows_one_call_alone_learns()
    {
        Assert.Null(await Enter(Batch));
        var second = Enter(Batch);
        var third = Enter(Batch);
        Assert.False(second.IsCompleted || third.IsCompleted);

        Answer(remaining: 0);

        Assert.Equal([Some.Moment.AddHours(1), Some.Moment.AddHours(1)], (await Task.WhenAll(second, third)).Select(limit => limit?.RetryAt));
    }

    [Fact]
    public async Task Without_headers_nobody_waits_for_anybody()
    {
        await Enter(Batch);
        _gate.Leave(answered: true);

        Assert.Equal([null, null], await Task.WhenAll(Enter(Batch), Enter(Batch)));
    }

    [Fact]
    public async Task A_first_call_that_hangs_holds_nobody_up_for_long()
    {
        await Enter(Batch);
        var second = Enter(Batch);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await second);
    }

    [Fact]
    public async Task While_the_first_call_of_a_window_takes_long_no_more_are_made_than_the_last_window_had()
    {
        _memory.Observe(new RateLimitStatus { Limit = 2, Remaining = 0, ResetAt = Some.Moment.AddHours(1) });
        _time.Advance(TimeSpan.FromHours(1));
        await Enter(Interactive);
        Task<RateLimitRejection?>[] others = [Enter(Interactive), Enter(Interactive)];

        _time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAny(others);
        Assert.Equal([false, true], others.Select(call => call.IsCompleted).Order());

        _memory.Observe(new RateLimitStatus { Limit = 2, Remaining = 0, ResetAt = Some.Moment.AddHours(2) });
        _gate.Leave(answered: true);
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

        Assert.Equal(RateLimitScope.FuseDesk, (await third)?.Owner);
    }

    [Fact]
    public async Task Batch_runs_stop_at_the_headroom_and_interactive_ones_use_it()
    {
        Know(remaining: 6);

        Assert.Equal(Some.Moment.AddHours(1), (await Enter(Batch))?.RetryAt);
        Assert.Null(await Enter(Interactive));
    }

    [Fact]
    public async Task A_flow_may_have_a_headroom_of_its_own()
    {
        _options.Flows["casedigest"] = new() { InteractiveHeadroom = 0.05 };
        Know(remaining: 6);

        Assert.Null(await Enter(Batch));
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

        Assert.Null(await Enter(Batch));
    }

    [Fact]
    public async Task While_those_who_waited_are_served_a_batch_run_asks_the_ledger_and_an_interactive_one_does_not()
    {
        Know(remaining: 50);
        await Enter(Batch with { Slots = [Slot()] });
        Answer(remaining: 49);

        Assert.True((await Enter(Batch))?.Queued);
        Assert.Null(await Enter(Interactive));
        _time.Advance(TimeSpan.FromMinutes(30));
        Assert.Null(await Enter(Batch));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task Whoever_comes_a_moment_early_for_a_turn_waits_in_place(int remaining)
    {
        Know(remaining);
        _time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(30));
        var early = Enter(Batch with { Slots = [Slot()] });
        Assert.False(early.IsCompleted);
        Assert.NotNull(await Enter(Batch));

        _time.Advance(TimeSpan.FromMilliseconds(31));

        Assert.Null(await early);
    }

    [Fact]
    public async Task Of_several_who_come_a_moment_early_one_alone_learns_what_the_window_brings()
    {
        Know(remaining: 0);
        _time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(30));
        Task<RateLimitRejection?>[] early = [Enter(Batch with { Slots = [Slot()] }), Enter(Batch with { Slots = [Slot()] })];

        _time.Advance(TimeSpan.FromMilliseconds(31));

        _ = await Task.WhenAny(early);
        Assert.Equal([false, true], early.Select(call => call.IsCompleted).Order());
        _gate.Leave(answered: true);
        await Task.WhenAll(early);
    }

    [Fact]
    public async Task A_slot_of_a_window_that_is_over_is_worth_nothing()
    {
        await Enter(Batch with { Slots = [Slot() with { QueueUntil = Some.Moment.AddHours(9) }] });
        Answer(remaining: 40);
        _time.Advance(TimeSpan.FromHours(3));

        Assert.True((await Enter(Batch with { Slots = [Slot()] }))?.Queued);
    }

    [Fact]
    public async Task Trutos_limit_has_a_queue_of_its_own()
    {
        Know(remaining: 50);
        _memory.Observe(new RateLimitRejection { Owner = RateLimitScope.Truto, RetryAt = Some.Moment.AddSeconds(10) });
        Assert.Equal(RateLimitScope.Truto, (await Enter(Interactive))?.Owner);
        _time.Advance(TimeSpan.FromSeconds(10));

        var slot = new Lease { Owner = RateLimitScope.Truto, Until = Some.Moment.AddSeconds(20), QueueUntil = Some.Moment.AddSeconds(15) };
        Assert.Null(await Enter(Batch with { Slots = [slot] }));
        Assert.Equal((RateLimitScope.Truto, true), await Enter(Batch) is { } limit ? (limit.Owner, limit.Queued) : default);
    }

    private static Lease Slot() => new() { Owner = RateLimitScope.FuseDesk, Until = Some.Moment.AddHours(2), QueueUntil = Some.Moment.AddMinutes(30) };

    private Task<RateLimitRejection?> Enter(CallContext caller) => _gate.EnterAsync(caller, TestContext.Current.CancellationToken);

    private void Know(int remaining) => _memory.Observe(new RateLimitStatus { Limit = 60, Remaining = remaining, ResetAt = Some.Moment.AddHours(1) });

    private void Answer(int remaining)
    {
        Know(remaining);
        _gate.Leave(answered: true);
    }
}
