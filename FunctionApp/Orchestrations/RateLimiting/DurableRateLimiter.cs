using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.RateLimiting;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>
/// How the calls of one run share its waits: whichever is rejected first reserves at the shared limiter for all that the run expects to
/// make, the others wait for the same reservation. Calls that are not rejected know nothing of it. Deterministic: it awaits only the run's
/// own tasks.
/// </summary>
/// <param name="flow">The flow that was started, for settings of its own.</param>
/// <param name="background">Whether the run leaves the headroom to interactive ones.</param>
internal sealed class DurableRateLimiter(TaskOrchestrationContext context, RunWaits waits, string flow, bool background)
{
    /// <summary>A report is not kept waiting for the model's quota any longer than this, in all.</summary>
    public static readonly TimeSpan MaxModelWait = TimeSpan.FromHours(1);

    private readonly Dictionary<RateLimitScope, Reservation> _reservations = [];
    private TaskCompletionSource? _othersPaused;
    private bool _reservationIsSpent;
    private int _expected;
    private int _underWay;
    private int _holdingReservation;

    /// <summary>How many calls were rejected although the run had waited for them.</summary>
    public int RejectedDespiteReservation { get; private set; }

    /// <summary>Tells how many calls are still to come, as far as the run knows, those that wait included.</summary>
    public void ExpectCalls(int calls) => _expected = calls;

    /// <summary>Tells of calls that were not expected.</summary>
    public void ExpectMoreCalls(int calls) => _expected += calls;

    /// <summary>Makes a call as soon as the run may, again and again until it is not rejected.</summary>
    /// <exception cref="OutOfQuotaException">The quota does not come back in the time that the run may wait.</exception>
    public async Task<T> CallAsync<T>(TaskName name, Func<CallContext, Task<T>> call, Func<T, RateLimitRejection?> rejectionOf)
    {
        _underWay++;
        try
        {
            T outcome;
            do
            {
                while (_othersPaused is { } stopped)
                {
#pragma warning disable VSTHRD003 // Everything of a run happens on its one thread: there is no other context to deadlock with.
                    await stopped.Task;
#pragma warning restore VSTHRD003
                }

                outcome = await AttemptAsync(name, call, rejectionOf);
            }
            while (rejectionOf(outcome) is not null);
            return outcome;
        }
        finally
        {
            _underWay--;
            _expected = Math.Max(0, _expected - 1);
        }
    }

    // By the time that a rejected attempt ends, the run has a reservation for the next one, or another of its calls is reserving.
    private async Task<T> AttemptAsync<T>(TaskName name, Func<CallContext, Task<T>> call, Func<T, RateLimitRejection?> rejectionOf)
    {
        var caller = TakePermits();

        // After a reservation is spent one call probes alone: if it is rejected, the others need not be rejected as well.
        var stopped = _reservationIsSpent && caller.Reservations.Count == 0 ? PauseOtherCalls() : null;
        try
        {
            var outcome = await CountHoldingAsync(call, caller);
            if (rejectionOf(outcome) is not { } rejection)
            {
                return outcome;
            }

            RejectedDespiteReservation += caller.Reservations.Any(held => held.Scope == rejection.Scope) ? 1 : 0;
            if (stopped is null && (_othersPaused is not null || HasNewReservation(rejection.Scope, caller)))
            {
                return outcome; // another call of this run has reserved meanwhile
            }

            stopped ??= PauseOtherCalls();
            var unspent = _reservations.Remove(rejection.Scope, out var before) ? before.Permits : 0;
            _reservations[rejection.Scope] = await ReserveAsync(name, rejection, unspent);
            return outcome;
        }
        finally
        {
            ResumeOtherCalls(stopped);
        }
    }

    // Calls that are under way with a reservation need no other one.
    private async Task<T> CountHoldingAsync<T>(Func<CallContext, Task<T>> call, CallContext caller)
    {
        var holding = caller.Reservations.Count > 0 ? 1 : 0;
        _holdingReservation += holding;
        try
        {
            return await call(caller);
        }
        finally
        {
            _holdingReservation -= holding;
        }
    }

    // Reserves at the shared limiter and waits until the calls may be made.
    private async Task<Reservation> ReserveAsync(TaskName call, RateLimitRejection rejection, int unspent)
    {
        var soFar = waits.AsParent;
        var request = new ReservationRequest
        {
            Rejection = rejection,
            Run = context.InstanceId,
            Unspent = unspent,
            Call = call.Name,
            Flow = flow,
            Background = background,
            Permits = Math.Max(1, Math.Max(_expected, _underWay) - _holdingReservation),
            Waited = soFar.Waited,
            MaxWait = rejection.Scope == RateLimitScope.Model ? soFar.Waited + (MaxModelWait - soFar.WaitedForModel) : null,
        };
        var reservation = await CallSharedLimiterAsync(request);
        if (await FindEndedAsync(reservation.MayHaveEnded) is { Count: > 0 } ended)
        {
            reservation = await CallSharedLimiterAsync(request with { Ended = ended, Unspent = 0 });
        }

        if (reservation.OutOfQuota is { } outOfQuota)
        {
            context.CreateReplaySafeLogger(RunTelemetry.Category)
                .RunOutOfQuota(context.Name.Name, context.InstanceId, outOfQuota.Until, rejection.Owner, call.Name);
            throw new OutOfQuotaException(outOfQuota);
        }

        await waits.WaitForQuotaAsync(call, rejection, reservation);
        return reservation;
    }

    private Task<Reservation> CallSharedLimiterAsync(ReservationRequest request) => context.CallEntityWithRetryAsync<Reservation>(
        new EntityInstanceId(SharedRateLimiter.Name, request.Rejection.LimiterKey), SharedRateLimiter.ReserveOperation, request);

    // A run that is terminated cannot give back what it reserved.
    private async Task<IReadOnlyList<string>> FindEndedAsync(IReadOnlyList<string> runs)
    {
        var ended = new List<string>();
        foreach (var run in runs)
        {
            if (!await context.CallActivityWithRetryAsync<bool>(IsRunActiveActivity.Name, run))
            {
                ended.Add(run);
            }
        }

        return ended;
    }

    private CallContext TakePermits()
    {
        var taken = new List<Reservation>();
        foreach (var (scope, reservation) in _reservations.OrderBy(pair => pair.Key).ToList())
        {
            taken.Add(reservation);
            _reservations[scope] = reservation with { Permits = reservation.Permits - 1 };
            if (reservation.Permits <= 1)
            {
                _reservations.Remove(scope);
                _reservationIsSpent = true;
            }
        }

        return new() { Flow = flow, Background = background, Reservations = taken };
    }

    private bool HasNewReservation(RateLimitScope scope, CallContext caller) =>
        _reservations.TryGetValue(scope, out var reservation)
        && !caller.Reservations.Any(held => held.Scope == scope && held.ExpiresAt == reservation.ExpiresAt);

    private TaskCompletionSource PauseOtherCalls()
    {
        _reservationIsSpent = false;
        return _othersPaused = new();
    }

    private void ResumeOtherCalls(TaskCompletionSource? mine)
    {
        if (mine is not null && ReferenceEquals(mine, _othersPaused))
        {
            _othersPaused = null;
            mine.SetResult();
        }
    }
}
