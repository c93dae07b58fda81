namespace FuseDeskFlows.RateLimiting;

/// <summary>
/// What the last responses told about the account's quotas, so that no call is spent on an answer that is already known.
/// Responses arrive in any order and from many threads; only knowledge about the newest window counts.
/// </summary>
internal sealed class RateLimitTracker(TimeProvider time, RateLimitScope scope = RateLimitScope.FuseDesk)
{
    // Two responses of one window disagree about its end by the rounding to whole seconds and by their time on the way.
    private static readonly TimeSpan SameWindow = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private RateLimitStatus? _status;
    private RateLimitRejection? _rejection;
    private TimeSpan? _windowLength;

    /// <summary>Whose quota the headers tell.</summary>
    public RateLimitScope Scope => scope;

    /// <summary>The quota as far as it is known; null before the first response that tells it.</summary>
    public RateLimitStatus? Current
    {
        get
        {
            lock (_gate)
            {
                return _status;
            }
        }
    }

    /// <summary>The quota if its window has not ended yet; else null.</summary>
    public RateLimitStatus? CurrentWindow => Current is { } known && known.ResetAt > time.GetUtcNow() ? known : null;

    /// <summary>The length of a whole window; null until one was seen to open.</summary>
    public TimeSpan? WindowLength
    {
        get
        {
            lock (_gate)
            {
                return _windowLength;
            }
        }
    }

    /// <summary>What a call now would only meet, the longer one if there are two; null if the way is free as far as is known.</summary>
    public RateLimitRejection? CurrentRejection()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            var exhaustedUntil = _status is { Remaining: 0, ResetAt: { } resetAt } ? resetAt : DateTimeOffset.MinValue;
            var known = _rejection is { RetryAt: var until } && until > exhaustedUntil
                ? _rejection
                : new RateLimitRejection { Scope = scope, RetryAt = exhaustedUntil };
            return known.RetryAt > now ? known : null;
        }
    }

    /// <summary>Takes in a response's headers, whose reset counts from <paramref name="at"/>, or from now.</summary>
    public void Observe(RateLimitStatus seen, DateTimeOffset? at = null)
    {
        lock (_gate)
        {
            _status = Newer(seen);

            // The first call of a window tells its whole length.
            if (seen.Limit > 1 && seen.Remaining == seen.Limit - 1 && seen.ResetAt is { } resetAt)
            {
                _windowLength = resetAt - (at ?? time.GetUtcNow());
            }
        }
    }

    /// <summary>Takes in a 429. One that does not say until when teaches nothing.</summary>
    public void Observe(RateLimitRejection rejection) => Observe(rejection, endsWithWindow: rejection.Scope == scope);

    /// <summary>Takes in a 429, which ends with the window that the headers tell of, or at a time of its own.</summary>
    public void Observe(RateLimitRejection rejection, bool endsWithWindow)
    {
        if (rejection.RetryAt is not { } retryAt)
        {
            return;
        }

        if (endsWithWindow)
        {
            Observe(new RateLimitStatus { Limit = Current?.Limit, Remaining = 0, ResetAt = retryAt });
            return;
        }

        lock (_gate)
        {
            _rejection = _rejection is { RetryAt: var until } && until > retryAt ? _rejection : rejection;
        }
    }

    private RateLimitStatus Newer(RateLimitStatus seen)
    {
        if (_status is not { ResetAt: { } knownReset } known || knownReset <= time.GetUtcNow())
        {
            return seen;
        }

        if (seen.ResetAt is not { } seenReset)
        {
            return known with { Limit = known.Limit ?? seen.Limit, Remaining = Lower(known.Remaining, seen.Remaining) };
        }

        if (seenReset < knownReset - SameWindow)
        {
            return known; // it was long on the way: its window is over
        }

        if (seenReset > knownReset + SameWindow)
        {
            // While nothing remains nothing is sent: this one was under way before, and its late arrival only feigns a later window.
            return known.Remaining == 0 && seen.Remaining > 0 ? known : seen;
        }

        // Within a window the count only falls, so the lower one is the later word, whatever the order of arrival. Resets are rounded up to
        // whole seconds, so the earliest is the nearest to the truth.
        return new RateLimitStatus
        {
            Limit = seen.Limit ?? known.Limit,
            Remaining = Lower(known.Remaining, seen.Remaining),
            ResetAt = seenReset < knownReset ? seenReset : knownReset,
        };
    }

    private static int? Lower(int? one, int? other) => one is null || other < one ? other ?? one : one;
}
