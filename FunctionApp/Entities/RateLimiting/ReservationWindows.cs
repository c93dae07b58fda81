using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>A shared limiter's arithmetic: keeps its windows where the account's are, and finds the first with permits left.</summary>
internal sealed class ReservationWindows(SharedRateLimiterState state)
{
    private const int MaxGap = 1000;

    private static readonly TimeSpan MinMargin = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxMargin = TimeSpan.FromMilliseconds(500);

    private readonly List<int> _backgroundPermits = [.. state.BackgroundPermits];
    private readonly List<int> _interactivePermits = [.. state.InteractivePermits];
    private readonly List<int> _waiters = [.. state.Waiters];
    private DateTimeOffset _firstStartsAt = state.FirstWindowStartsAt;
    private TimeSpan _length = state.WindowLength;
    private int _limit = state.Limit;
    private int _unknownResets = state.UnknownResets;

    // From window to window: each is called a margin after the one before it has ended.
    private TimeSpan Period => _length + Margin(_length);

    /// <summary>
    /// How long after its told reset a window is called: for the way of the headers, their rounding, and clocks of several hosts. A small
    /// part of the window, so that windows in a row lose next to nothing.
    /// </summary>
    public static TimeSpan Margin(TimeSpan windowLength)
    {
        var margin = windowLength / 250;
        return margin < MinMargin ? MinMargin : margin > MaxMargin ? MaxMargin : margin;
    }

    public SharedRateLimiterState ToState() => new()
    {
        FirstWindowStartsAt = _firstStartsAt,
        Limit = _limit,
        WindowLength = _length,
        UnknownResets = _unknownResets,
        BackgroundPermits = _backgroundPermits,
        InteractivePermits = _interactivePermits,
        Waiters = _waiters,
    };

    /// <summary>Reserves calls, or tells that they would come too late: <paramref name="maxWait"/> is for all waits of the run.</summary>
    public Reservation Reserve(ReservationRequest request, double headroom, TimeSpan maxWait, DateTimeOffset now)
    {
        AdoptLimits(request.Rejection, now);
        DropPastWindows(now);
        MoveFirstWindow(request.Rejection, now);

        var kept = request.Background ? RateLimitOptions.HeadroomPermits(_limit, headroom) : 0;
        var window = FirstWithPermits(request, kept);
        var opensAt = _firstStartsAt + (Period * window);
        var startsAt = opensAt + StaggerWithin(window);
        var reservation = new Reservation
        {
            StartsAt = startsAt > now ? startsAt : now,
            Permits = Math.Min(Math.Max(1, request.Permits), FreePermits(window, request.Background, kept)),
            Lease = new() { Scope = request.Rejection.Scope, ExpiresAt = opensAt + _length, WaitersFirstUntil = opensAt + (_length / 2) },
            WaitersAhead = _waiters.Take(window + 1).Where((_, i) => _firstStartsAt + (Period * i) > now).Sum(),
            MaxWait = request.MaxWait < maxWait ? request.MaxWait.Value : maxWait,
        };
        if (request.Waited + (reservation.StartsAt - now) > reservation.MaxWait)
        {
            return reservation with { Permits = 0, TooLate = true };
        }

        Add(window, reservation.Permits, request.Background);
        return reservation;
    }

    private void AdoptLimits(RateLimitRejection told, DateTimeOffset now)
    {
        var usual = DefaultRateLimits.Of(told.Scope);
        _limit = told.Limit is > 0 ? told.Limit.Value : _limit > 0 ? _limit : usual.Limit;
        _length = told.Window is { } length && length > TimeSpan.Zero ? length : _length > TimeSpan.Zero ? _length : usual.WindowLength;

        // A window that is still open for longer than a window lasts proves that windows are longer.
        if (told.RetryAt is { } retryAt && retryAt - now > _length + DefaultRateLimits.Rounding)
        {
            _length = retryAt - now;
        }
    }

    private void DropPastWindows(DateTimeOffset now)
    {
        var past = (int)Math.Min(_waiters.Count, Math.Max(0, Math.Floor((now - _firstStartsAt) / Period)));
        RemoveFirst(past);
        _firstStartsAt += Period * past;
    }

    // The first window is where calls may be next: the present window if it is only reserved for others, else the next.
    private void MoveFirstWindow(RateLimitRejection told, DateTimeOffset now)
    {
        _unknownResets = told.RetryAt > now ? 0 : _unknownResets;
        var next = told.RetryAt is { } retryAt ? (retryAt > now ? retryAt : now) + Margin(_length) : (DateTimeOffset?)null;
        if (told.ReservedForOthers && _waiters.Count > 0 && _firstStartsAt <= now)
        {
            _firstStartsAt = next - Period is { } present && (present - _firstStartsAt).Duration() < Period / 2 ? present : _firstStartsAt;
            return;
        }

        var startsAt = next ?? BackOff(now);
        var windows = (int)Math.Clamp(Math.Round((startsAt - _firstStartsAt) / Period), -MaxGap, _waiters.Count);
        RemoveFirst(windows);
        for (var i = windows; i < 0 && _waiters.Count > 0; i++)
        {
            _backgroundPermits.Insert(0, 0);
            _interactivePermits.Insert(0, 0);
            _waiters.Insert(0, 0);
        }

        _firstStartsAt = startsAt;
    }

    // Nobody tells when the window ends: wait longer each time, but all for the same moment.
    private DateTimeOffset BackOff(DateTimeOffset now)
    {
        if (_firstStartsAt > now)
        {
            return _firstStartsAt;
        }

        var wait = TimeSpan.FromSeconds(2) * Math.Pow(2, Math.Min(_unknownResets, 10));
        _unknownResets++;
        return now + (wait < DefaultRateLimits.MaxBackOff ? wait : DefaultRateLimits.MaxBackOff);
    }

    private int FirstWithPermits(ReservationRequest request, int kept)
    {
        // A few calls are wanted together, so that the run need not wait between them; many take what is there.
        var capacity = Math.Max(1, _limit - kept);
        var atLeast = request.Permits <= capacity / 10 ? Math.Max(1, request.Permits) : 1;
        var window = 0;
        while (FreePermits(window, request.Background, kept) < atLeast)
        {
            window++;
        }

        return window;
    }

    private int FreePermits(int window, bool background, int kept)
    {
        if (window >= _waiters.Count)
        {
            return Math.Max(1, _limit - kept);
        }

        var left = _limit - _backgroundPermits[window] - _interactivePermits[window];
        return background ? Math.Min(left, Math.Max(1, _limit - kept) - _backgroundPermits[window]) : left;
    }

    // All reservations of a window start in its first tenth, evenly: nobody stampedes, and nobody is late for it.
    private TimeSpan StaggerWithin(int window) => window >= _waiters.Count
        ? TimeSpan.Zero
        : _length / 10 * Math.Min(1, (_backgroundPermits[window] + _interactivePermits[window]) / (double)_limit);

    private void Add(int window, int permits, bool background)
    {
        var missing = Math.Max(0, window + 1 - _waiters.Count);
        _backgroundPermits.AddRange(Enumerable.Repeat(0, missing));
        _interactivePermits.AddRange(Enumerable.Repeat(0, missing));
        _waiters.AddRange(Enumerable.Repeat(0, missing));
        (background ? _backgroundPermits : _interactivePermits)[window] += permits;
        _waiters[window]++;
    }

    private void RemoveFirst(int windows)
    {
        var count = Math.Max(0, windows);
        _backgroundPermits.RemoveRange(0, count);
        _interactivePermits.RemoveRange(0, count);
        _waiters.RemoveRange(0, count);
    }
}
