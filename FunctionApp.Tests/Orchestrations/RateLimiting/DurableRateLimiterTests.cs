using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Orchestrations.RateLimiting;

public sealed class DurableRateLimiterTests : IDisposable
{
    private static readonly ToolOutcome<Rep> Found = new() { Value = Some.Anna };
    private static readonly ToolOutcome<Rep> Refused = new() { RateLimit = new() };

    private readonly DurableRateLimiter _turns = new("CaseDigest", batch: true);
    private readonly List<(CallContext Caller, TaskCompletionSource<ToolOutcome<Rep>> Answer)> _calls = [];
    private readonly List<TaskCompletionSource<QuotaTurn>> _waits = [];

    private readonly SynchronizationContext? _before = SynchronizationContext.Current;

    public DurableRateLimiterTests() => SynchronizationContext.SetSynchronizationContext(new OneThread());

    public void Dispose() => SynchronizationContext.SetSynchronizationContext(_before);

    [Fact]
    public void Of_many_refused_calls_one_asks_for_all()
    {
        Start(3);
        Answer(Refused, 0, 1, 2);
        Assert.Single(_waits);

        _waits[0].SetResult(Turn(2));

        Assert.Equal(6, _calls.Count);
        Assert.Equal([1, 1, 0], _calls.Skip(3).Select(call => call.Caller.Slots.Count));
        Assert.All(_calls, call => Assert.Equal(("CaseDigest", true), (call.Caller.Flow, call.Caller.Batch)));
    }

    [Fact]
    public void After_a_turn_is_spent_one_call_tries_and_the_others_wait_for_what_it_learns()
    {
        Start(4);
        Answer(Refused, 0, 1, 2, 3);
        _waits[0].SetResult(Turn(1));
        Assert.Equal(6, _calls.Count); // one in the turn, one that tries

        Answer(Refused, 5);
        Assert.Equal((6, 2), (_calls.Count, _waits.Count));
        _waits[1].SetResult(Turn(3));

        Assert.Equal([1, 1, 1], _calls.Skip(6).Select(call => call.Caller.Slots.Count));
    }

    [Fact]
    public void If_that_call_is_not_refused_the_others_follow_without_asking()
    {
        Start(4);
        Answer(Refused, 0, 1, 2, 3);
        _waits[0].SetResult(Turn(1));

        Answer(Found, 5);

        Assert.Equal((8, 1), (_calls.Count, _waits.Count));
    }

    [Fact]
    public void A_refusal_that_was_under_way_when_a_turn_came_takes_part_in_it()
    {
        Start(2);
        Answer(Refused, 0);
        _waits[0].SetResult(Turn(5));

        Answer(Refused, 1);

        Assert.Single(_waits);
        Assert.Equal([1, 1], _calls.Skip(2).Select(call => call.Caller.Slots.Count));
    }

    [Fact]
    public void A_refusal_within_a_turn_ends_the_turn()
    {
        Start(1);
        Answer(Refused, 0);
        _waits[0].SetResult(Turn(5));

        Answer(Refused, 1);

        Assert.Equal((2, 1), (_waits.Count, _turns.InVain));
    }

    [Fact]
    public void Calls_that_are_under_way_in_a_turn_are_counted()
    {
        Start(2);
        Answer(Refused, 0, 1);
        _waits[0].SetResult(Turn(2));
        Assert.Equal(2, _turns.Admitted);

        Answer(Found, 2, 3);
        Assert.Equal(0, _turns.Admitted);
    }

    [Fact]
    public void Turns_at_two_quotas_are_taken_together()
    {
        Start(1);
        Answer(Refused, 0);
        _waits[0].SetResult(Turn(5));
        Answer(new() { RateLimit = new() { Owner = RateLimitScope.Truto } }, 1);
        _waits[1].SetResult(new(new() { Owner = RateLimitScope.Truto }, 5));

        Assert.Equal([RateLimitScope.FuseDesk, RateLimitScope.Truto], _calls[2].Caller.Slots.Select(slot => slot.Owner));
    }

    private static QuotaTurn Turn(int calls) => new(new() { Owner = RateLimitScope.FuseDesk }, calls);

    private void Start(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            _ = _turns.CallAsync(CallAsync, async _ => await AddWait().Task);
        }
    }

    private async Task<ToolOutcome<Rep>> CallAsync(CallContext caller)
    {
        var answer = new TaskCompletionSource<ToolOutcome<Rep>>();
        _calls.Add((caller, answer));
        return await answer.Task;
    }

    private TaskCompletionSource<QuotaTurn> AddWait()
    {
        _waits.Add(new());
        return _waits[^1];
    }

    private void Answer(ToolOutcome<Rep> outcome, params int[] calls)
    {
        foreach (var call in calls)
        {
            _calls[call].Answer.SetResult(outcome);
        }
    }

    /// <summary>As in an orchestration: what goes on goes on at once.</summary>
    private sealed class OneThread : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => d(state);
    }
}
