using FuseDeskFlows.RateLimiting.Settings;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.RateLimiting;

/// <summary>
/// Decides before a call is sent whether the quota has one left for it. It counts the calls that are under way, lets one call alone learn
/// what a new window brings, keeps the headroom from background runs, and keeps what is reserved for those who waited.
/// </summary>
internal sealed class InProcessRateLimiter(RateLimitTracker tracker, IOptions<RateLimitOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1); // what timers round down to
    private const int MaxPauses = 30;

    private readonly Lock _gate = new();

    // Until when calls without a reservation must reserve. Background calls yield to everyone who waited, interactive ones only to each
    // other.
    private readonly Dictionary<(RateLimitScope Scope, bool Background), DateTimeOffset> _waitersFirstUntil = [];

    private TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private int _interactive;
    private bool _noQuotaHeaders;

    /// <summary>
    /// Asks to make a call, which is under way until the lease is disposed. It waits at most for other calls to end, or for the last second
    /// before a reservation begins.
    /// </summary>
    public async Task<RateLimitLease> AcquireAsync(CallContext caller, CancellationToken cancellationToken)
    {
        var firstIsSlow = false;
        for (var pauses = 0; ; pauses++)
        {
            Task release;
            Decision decision;
            lock (_gate)
            {
                decision = Decide(caller, time.GetUtcNow(), pauses, firstIsSlow);
                if (decision.Rejection is { } rejection)
                {
                    return new(rejection);
                }

                if (decision.Pause is null)
                {
                    _underWay++;
                    _interactive += caller.Background ? 0 : 1;
                    return new(Release);
                }

                release = _released.Task;
            }

            var first = await Task.WhenAny(release, Task.Delay(decision.Pause.Value, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            firstIsSlow |= decision.ForFirst && first != release;
        }
    }

    private void Release(bool answered)
    {
        lock (_gate)
        {
            _underWay--;
            if (answered)
            {
                _noQuotaHeaders = tracker.CurrentWindow is null && tracker.OpenEndedWindow is null;
            }

            _released.SetResult();
            _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private Decision Decide(CallContext caller, DateTimeOffset now, int pauses, bool firstIsSlow)
    {
        var reservations = caller.Reservations.Where(reservation => reservation.ExpiresAt >= now).ToList();
        reservations.ForEach(reservation => HonourReservation(reservation, caller.Background));
        if (reservations.Find(reservation => reservation.Scope == tracker.Scope)?.Learned is { } learned)
        {
            tracker.Adopt(learned);
        }

        if (tracker.CurrentRejection() is { } known)
        {
            return Reject(known);
        }

        // After a refusal it is as with a new window: whether it is over, one call alone finds out.
        var isRefused = tracker.IsRefused;
        var window = isRefused ? null : tracker.CurrentWindow ?? tracker.OpenEndedWindow;
        RateLimitScope[] scopes = [RateLimitScope.Truto, tracker.Scope];
        foreach (var scope in scopes.Where(scope => !HasReservation(scope) && MustReserve(scope, caller.Background, now)))
        {
            return Reject(new() { Scope = scope, ReservedForOthers = true, RetryAt = scope == tracker.Scope ? window?.ResetAt : null });
        }

        if (window is null)
        {
            // One call alone learns what the new window brings; without headers there is nothing to learn.
            _interactive = 0;
            if (_underWay == 0 || (_noQuotaHeaders && !isRefused))
            {
                return default;
            }

            // While that one takes long, as a model may, the others may be as many as the last window had.
            return !firstIsSlow ? new(null, Patience, ForFirst: true)
                : tracker.Current?.Limit is { } last && _underWay >= last - Headroom(last) && pauses < MaxPauses ? new(null, Patience)
                : default;
        }

        if (window.Remaining is not { } remaining)
        {
            return default;
        }

        var kept = window.Limit is { } limit ? Math.Max(0, Headroom(limit) - _interactive) : 0;
        if (remaining - kept - _underWay > 0)
        {
            return default;
        }

        // Nobody knows when this window ends, and whoever has waited since it was told may see whether it has.
        if (window.ResetAt is null && reservations.Any(held => held.Scope == tracker.Scope && held.StartsAt >= tracker.SeenAt))
        {
            return _underWay == 0 || pauses >= MaxPauses ? default : new(null, Patience);
        }

        // The calls under way may be counted twice: by us, and in what remains. Their answers will tell.
        return remaining - kept > 0 && _underWay > 0 && pauses < MaxPauses
            ? new(null, Patience)
            : Reject(new() { Scope = tracker.Scope, RetryAt = window.ResetAt });

        // Whoever comes a moment early for a reservation of its own need not go through a durable timer again.
        Decision Reject(RateLimitRejection rejection) =>
            HasReservation(rejection.Scope) && rejection.RetryAt - now is { } early && early <= Patience && pauses < MaxPauses
                ? new(null, early + Tick)
                : new(rejection, null);

        int Headroom(int limit) => caller.Background ? RateLimitOptions.HeadroomPermits(limit, options.Value.HeadroomOf(caller.Flow)) : 0;

        bool HasReservation(RateLimitScope scope) => reservations.Any(reservation => reservation.Scope == scope);
    }

    private void HonourReservation(Reservation reservation, bool background)
    {
        if (reservation.WaitersFirstUntil > _waitersFirstUntil.GetValueOrDefault((reservation.Scope, background)))
        {
            _waitersFirstUntil[(reservation.Scope, background)] = reservation.WaitersFirstUntil;
        }
    }

    private bool MustReserve(RateLimitScope scope, bool background, DateTimeOffset now) =>
        _waitersFirstUntil.GetValueOrDefault((scope, false)) > now
        || (background && _waitersFirstUntil.GetValueOrDefault((scope, true)) > now);

    // Neither a rejection nor a pause means: go.
    private readonly record struct Decision(RateLimitRejection? Rejection, TimeSpan? Pause, bool ForFirst = false);
}
