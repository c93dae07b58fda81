using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using Moq;

namespace FuseDeskFlows.Tests.Orchestrations.RateLimiting;

public sealed class DurableRateLimiterTests : IDisposable
{
    private const string Key = "account:fusedesk";
    private static readonly ToolOutcome<Rep> Found = new() { Value = Some.Anna };
    private static readonly ToolOutcome<Rep> Rejected = new() { RateLimit = new() { LimiterKey = Key } };

    private readonly DurableRateLimiter _limiter;
    private readonly List<(CallContext Caller, TaskCompletionSource<ToolOutcome<Rep>> Answer)> _calls = [];
    private readonly List<(int Permits, TaskCompletionSource<Reservation> Reserved)> _asks = [];

    private int _windows;

    private readonly SynchronizationContext? _before = SynchronizationContext.Current;

    public DurableRateLimiterTests()
    {
        var entities = new Mock<TaskOrchestrationEntityFeature>(MockBehavior.Strict);
        entities
            .Setup(feature => feature.CallEntityAsync<Reservation>(
                new EntityInstanceId(SharedRateLimiter.Name, Key),
                SharedRateLimiter.ReserveOperation,
                It.IsAny<object>(),
                It.IsAny<CallEntityOptions>()))
            .Returns<EntityInstanceId, string, object, CallEntityOptions>(
                (_, _, request, _) => ReserveAsync((ReservationRequest)request));
        var context = new Mock<TaskOrchestrationContext>(MockBehavior.Strict);
        context.SetupGet(run => run.InstanceId).Returns("run-1");
        context.SetupGet(run => run.CurrentUtcDateTime).Returns(Some.Moment.UtcDateTime);
        context.SetupGet(run => run.Entities).Returns(entities.Object);
        var waits = new RunWaits(context.Object, new RunProgress(context.Object, 1), new() { Flow = "CaseDigest" });
        _limiter = new(context.Object, waits, "CaseDigest", background: true);
        SynchronizationContext.SetSynchronizationContext(new OneThread());
    }

    public void Dispose() => SynchronizationContext.SetSynchronizationContext(_before);

    [Fact]
    public void Of_many_rejected_calls_one_reserves_for_all()
    {
        Start(3);
        Answer(Rejected, 0, 1, 2);
        Assert.Single(_asks);

        _asks[0].Reserved.SetResult(Reserved(2));

        Assert.Equal(6, _calls.Count);
        Assert.Equal([1, 1, 0], _calls.Skip(3).Select(call => call.Caller.Reservations.Count));
        Assert.All(_calls, call => Assert.Equal(("CaseDigest", true), (call.Caller.Flow, call.Caller.Background)));
    }

    [Fact]
    public void After_a_reservation_is_spent_one_call_probes_and_the_others_wait_for_what_it_learns()
    {
        Start(4);
        Answer(Rejected, 0, 1, 2, 3);
        _asks[0].Reserved.SetResult(Reserved(1));
        Assert.Equal(6, _calls.Count); // one with the reservation, one that probes

        Answer(Rejected, 5);
        Assert.Equal((6, 2), (_calls.Count, _asks.Count));
        _asks[1].Reserved.SetResult(Reserved(3));

        Assert.Equal([1, 1, 1], _calls.Skip(6).Select(call => call.Caller.Reservations.Count));
    }

    [Fact]
    public void If_that_call_is_not_rejected_the_others_follow_without_reserving()
    {
        Start(4);
        Answer(Rejected, 0, 1, 2, 3);
        _asks[0].Reserved.SetResult(Reserved(1));

        Answer(Found, 5);

        Assert.Equal((8, 1), (_calls.Count, _asks.Count));
    }

    [Fact]
    public void A_rejection_that_was_under_way_when_a_reservation_came_takes_part_in_it()
    {
        Start(2);
        Answer(Rejected, 0);
        _asks[0].Reserved.SetResult(Reserved(5));

        Answer(Rejected, 1);

        Assert.Single(_asks);
        Assert.Equal([1, 1], _calls.Skip(2).Select(call => call.Caller.Reservations.Count));
    }

    [Fact]
    public void A_rejection_despite_a_reservation_ends_the_reservation()
    {
        Start(1);
        Answer(Rejected, 0);
        _asks[0].Reserved.SetResult(Reserved(5));

        Answer(Rejected, 1);

        Assert.Equal((2, 1), (_asks.Count, _limiter.RejectedDespiteReservation));
    }

    [Fact]
    public void Calls_that_are_under_way_with_a_reservation_need_no_other_one()
    {
        _limiter.ExpectCalls(5);
        Start(5);
        Answer(Rejected, 0, 1, 2, 3, 4);
        Assert.Equal(5, _asks[0].Permits);
        _asks[0].Reserved.SetResult(Reserved(2));

        Answer(Rejected, 7); // two hold the reservation, this one probes

        Assert.Equal(3, _asks[1].Permits);
    }

    [Fact]
    public void Reservations_of_two_scopes_are_taken_together()
    {
        Start(1);
        Answer(Rejected, 0);
        _asks[0].Reserved.SetResult(Reserved(5));
        Answer(new() { RateLimit = new() { Scope = RateLimitScope.Truto, LimiterKey = Key } }, 1);
        _asks[1].Reserved.SetResult(Reserved(5, RateLimitScope.Truto));

        Assert.Equal([RateLimitScope.FuseDesk, RateLimitScope.Truto], _calls[2].Caller.Reservations.Select(held => held.Scope));
    }

    private Reservation Reserved(int permits, RateLimitScope scope = RateLimitScope.FuseDesk) =>
        new() { Permits = permits, Scope = scope, ExpiresAt = Some.Moment.AddHours(++_windows) };

    private void Start(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            _ = _limiter.CallAsync(ToolNames.GetRep, CallAsync, outcome => outcome.RateLimit);
        }
    }

    private async Task<ToolOutcome<Rep>> CallAsync(CallContext caller)
    {
        var answer = new TaskCompletionSource<ToolOutcome<Rep>>();
        _calls.Add((caller, answer));
        return await answer.Task;
    }

    private async Task<Reservation> ReserveAsync(ReservationRequest request)
    {
        var reserved = new TaskCompletionSource<Reservation>();
        _asks.Add((request.Permits, reserved));
        return await reserved.Task;
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
