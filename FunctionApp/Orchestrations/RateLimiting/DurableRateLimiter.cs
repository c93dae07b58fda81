using FuseDeskFlows.RateLimiting;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>
/// How the calls of one run share its waits: whichever is rejected first reserves for all that the run expects to make, the others wait for
/// the same reservation. Calls that are not rejected know nothing of it. Deterministic: it awaits only the run's own tasks.
/// </summary>
/// <param name="reserve">
/// Reserves so many calls, gives so many back that were not made, and waits: <see cref="RateLimitWaits.ReserveAsync"/>.
/// </param>
/// <param name="flow">The flow that was started, for settings of its own.</param>
/// <param name="background">Whether the run leaves the headroom to interactive ones.</param>
internal sealed class DurableRateLimiter(
    Func<TaskName, RateLimitRejection, int, int, Task<Reservation>> reserve, string flow, bool background)
{
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
            var permits = Math.Max(1, Math.Max(_expected, _underWay) - _holdingReservation);
            _reservations[rejection.Scope] = await reserve(name, rejection, permits, unspent);
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
