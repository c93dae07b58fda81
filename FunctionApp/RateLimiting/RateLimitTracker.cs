namespace FuseDeskFlows.RateLimiting;

/// <summary>
/// What the last responses told about the account's quotas, so that no call is spent on an answer that is already known.
/// Responses arrive in any order and from many threads; only knowledge about the newest window counts.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="owner">Whose quota the headers tell.</param>
internal sealed class RateLimitTracker(TimeProvider time, RateLimitScope owner = RateLimitScope.FuseDesk)
{
    // Two responses of one window disagree about its end by the rounding to whole seconds and by their time on the way.
    private static readonly TimeSpan SameWindow = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private RateLimitStatus? _quota;
    private RateLimitRejection? _refused;
    private TimeSpan? _window;

    /// <summary>Whose quota the headers tell.</summary>
    public RateLimitScope Owner => owner;

    /// <summary>The quota as far as it is known; null before the first response that tells it.</summary>
    public RateLimitStatus? Current
    {
        get
        {
            lock (_gate)
            {
                return _quota;
            }
        }
    }

    /// <summary>The quota if its window has not ended yet.</summary>
    public RateLimitStatus? Live => Current is { } known && known.ResetAt > time.GetUtcNow() ? known : null;

    /// <summary>The length of a whole window; null until one was seen to open.</summary>
    public TimeSpan? Window
    {
        get
        {
            lock (_gate)
            {
                return _window;
            }
        }
    }

    /// <summary>Tells whether a call now would only be refused.</summary>
    /// <returns>The limit that stands in the way, the longer one if there are two; null if the way is free as far as is known.</returns>
    public RateLimitRejection? UsedUp()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            var usedUpUntil = _quota is { Remaining: 0, ResetAt: { } resetAt } ? resetAt : DateTimeOffset.MinValue;
            var known = _refused is { RetryAt: var until } && until > usedUpUntil ? _refused : new RateLimitRejection { Owner = owner, RetryAt = usedUpUntil };
            return known.RetryAt > now ? known : null;
        }
    }

    /// <summary>Takes in what a response told.</summary>
    /// <param name="seen">The quota by its headers.</param>
    /// <param name="at">The moment from which its reset was counted; now unless given.</param>
    public void Observe(RateLimitStatus seen, DateTimeOffset? at = null)
    {
        lock (_gate)
        {
            _quota = Newer(seen);

            // The first call of a window tells its whole length.
            if (seen.Limit > 1 && seen.Remaining == seen.Limit - 1 && seen.ResetAt is { } resetAt)
            {
                _window = resetAt - (at ?? time.GetUtcNow());
            }
        }
    }

    /// <summary>Takes in a refusal. One that does not say until when teaches nothing.</summary>
    /// <param name="limit">The limit that a 429 told of.</param>
    public void Observe(RateLimitRejection limit) => Observe(limit, ofWindow: limit.Owner == owner);

    /// <summary>Takes in a refusal. One that does not say until when teaches nothing.</summary>
    /// <param name="limit">The limit that a 429 told of.</param>
    /// <param name="ofWindow">Whether it ends with the window that the headers tell of.</param>
    public void Observe(RateLimitRejection limit, bool ofWindow)
    {
        if (limit.RetryAt is not { } retryAt)
        {
            return;
        }

        if (ofWindow)
        {
            Observe(new RateLimitStatus { Limit = Current?.Limit, Remaining = 0, ResetAt = retryAt });
            return;
        }

        lock (_gate)
        {
            _refused = _refused is { RetryAt: var until } && until > retryAt ? _refused : limit;
        }
    }

    private RateLimitStatus Newer(RateLimitStatus seen)
    {
        if (_quota is not { ResetAt: { } knownReset } known || knownReset <= time.GetUtcNow())
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
