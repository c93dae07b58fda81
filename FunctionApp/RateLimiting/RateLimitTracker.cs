namespace FuseDeskFlows.RateLimiting;

/// <summary>
/// What the last responses told about the account's quotas, so that no call is spent on an answer that is already known.
/// Responses arrive in any order and from many threads; only knowledge about the newest window counts.
/// </summary>
internal sealed class RateLimitTracker(TimeProvider time, RateLimitScope scope = RateLimitScope.FuseDesk)
{
    // The waits for what nobody tells.
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<RateLimitScope, Refusal> _refusals = [];
    private RateLimitStatus? _status;
    private DateTimeOffset _seenAt;
    private TimeSpan? _windowLength;
    private LearnedWindow? _learned;

    public RateLimitHistory History { get; } = new();

    /// <summary>Whose quota the headers tell.</summary>
    public RateLimitScope Scope => scope;

    /// <summary>The quota as far as it is known; null before the first response that tells it.</summary>
    public RateLimitStatus? Current => Read(() => _status);

    /// <summary>When <see cref="Current"/> was told.</summary>
    public DateTimeOffset SeenAt => Read(() => _seenAt);

    /// <summary>The quota if its window has not ended yet; else null.</summary>
    public RateLimitStatus? CurrentWindow => Current is { } known && known.ResetAt > time.GetUtcNow() ? known : null;

    /// <summary>
    /// What remains of a window of which nobody knows when it ends; null where that is told, and until a call goes through again.
    /// </summary>
    public RateLimitStatus? OpenEndedWindow =>
        Read(() => _status is { ResetAt: null, Remaining: not null } && !_refusals.ContainsKey(scope) ? _status : null);

    /// <summary>True from a refusal on until a call goes through: whoever calls finds out for all.</summary>
    public bool IsRefused => Read(() => _refusals.Count > 0);

    /// <summary>The length of a whole window; null until one was seen to open.</summary>
    public TimeSpan? WindowLength => Read(() => _windowLength ?? _learned?.AtMost);

    /// <summary>What was learned of windows whose end nobody tells; null if there is none.</summary>
    public LearnedWindow? Learned => Read(() => _learned);

    /// <summary>How long to wait for what nobody tells, after so many waits in vain.</summary>
    public static TimeSpan Pause(int inVain)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(inVain, 10));
        return pause < MaxPause ? pause : MaxPause;
    }

    /// <summary>What a call now would only meet, the longer one if there are two; null if the way is free as far as is known.</summary>
    public RateLimitRejection? CurrentRejection()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            var exhausted = _status is { Remaining: 0, ResetAt: { } end } ? new RateLimitRejection { Scope = scope, RetryAt = end } : null;
            var refused = _refusals.Values.Select(refusal => refusal.Rejection).MaxBy(rejection => rejection.RetryAt);
            var known = exhausted is null || refused?.RetryAt > exhausted.RetryAt ? refused : exhausted;
            return known?.RetryAt > now ? known : null;
        }
    }

    /// <summary>Takes in a response's headers, whose reset counts from <paramref name="at"/>, or from now.</summary>
    /// <param name="seen">What they told.</param>
    /// <param name="at">When the server counted.</param>
    /// <param name="sent">When its call was sent; now if it is not known.</param>
    /// <param name="isRefused">Whether the call was refused.</param>
    public void Observe(RateLimitStatus seen, DateTimeOffset? at = null, DateTimeOffset? sent = null, bool isRefused = false)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            Update(Learn(seen, sent ?? now, now, isRefused), now);
            History.Add(_status, now);

            // The first call of a window tells its whole length.
            if (seen.Limit > 1 && seen.Remaining == seen.Limit - 1 && seen.ResetAt is { } resetAt)
            {
                _windowLength = resetAt - (at ?? now);
            }

            // The next call would find out what is known already, and all of them at once.
            if (_status is { Remaining: 0, ResetAt: null } && !_refusals.ContainsKey(scope))
            {
                _refusals[scope] = new(new() { Scope = scope, RetryAt = now + FirstPause, IsPause = true }, InVain: 0);
            }
        }
    }

    /// <summary>Takes in that a window's length was told.</summary>
    public void Observe(TimeSpan windowLength)
    {
        lock (_gate)
        {
            _windowLength = windowLength;
        }
    }

    /// <summary>Takes in that a call went through that was sent at <paramref name="sent"/>: waits begin again from the shortest.</summary>
    public void Accept(DateTimeOffset sent)
    {
        lock (_gate)
        {
            foreach (var (refused, _) in _refusals.Where(pair => sent >= pair.Value.Rejection.RetryAt).ToList())
            {
                _refusals.Remove(refused);
            }
        }
    }

    /// <summary>
    /// Takes in a 429 of a call that was sent at <paramref name="sent"/>. A wait that was in vain grows, whatever is told.
    /// </summary>
    /// <param name="rejection">What its headers told.</param>
    /// <param name="sent">When its call was sent.</param>
    /// <param name="endsWithWindow">Whether the window of <see cref="Current"/> ends then as well, where it tells of a window.</param>
    /// <returns>Until when to wait now.</returns>
    public RateLimitRejection Refuse(RateLimitRejection rejection, DateTimeOffset sent, bool endsWithWindow = true)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            var ofWindow = endsWithWindow && rejection.Scope == scope;
            if (ofWindow && rejection.RetryAt is null && _learned is not null && _status is not { Remaining: > 0, ResetAt: null })
            {
                _learned = _learned.With(sent, now, remaining: 0, isRefused: true);
                rejection = rejection with { RetryAt = _learned.EndsAt(now), IsPause = _learned.EndsAt(now) is null };
            }

            var before = _refusals.GetValueOrDefault(rejection.Scope);
            var inVain = before?.InVain ?? 0;
            if (sent >= before?.Rejection.RetryAt)
            {
                inVain++;
            }
            else if (before is not null && !(rejection.RetryAt > before.Rejection.RetryAt))
            {
                return before.Rejection; // it was under way together with that one, and nobody has waited yet
            }

            var least = rejection.RetryAt is null ? now + Pause(inVain) : inVain > 0 ? now + Pause(inVain - 1) : now;
            if (!(rejection.RetryAt >= least))
            {
                rejection = rejection with { RetryAt = least, IsPause = true };
            }

            _refusals[rejection.Scope] = new(rejection, inVain);
            if (ofWindow && !rejection.IsPause)
            {
                Update(new() { Limit = _status?.Limit, Remaining = 0, ResetAt = rejection.RetryAt }, now);
            }

            return rejection;
        }
    }

    /// <summary>Takes over what other processes learned.</summary>
    public void Adopt(LearnedWindow learned)
    {
        lock (_gate)
        {
            _learned = _learned?.Merge(learned) ?? learned;
        }
    }

    // Of a server that never tells when a window ends, it is learned from what remains.
    private RateLimitStatus Learn(RateLimitStatus seen, DateTimeOffset sent, DateTimeOffset now, bool isRefused)
    {
        if (seen is not { ResetAt: null, Remaining: { } remaining } || (_status?.ResetAt is not null && _learned is null))
        {
            return seen;
        }

        _learned = _learned?.With(sent, now, remaining, isRefused) ?? LearnedWindow.FromFirst(sent, now, remaining, seen.Limit, isRefused);
        return seen with { Remaining = _learned.Remaining, ResetAt = _learned.EndsAt(now) };
    }

    private void Update(RateLimitStatus seen, DateTimeOffset now)
    {
        _status = _status?.Merge(seen, now) ?? seen;
        _seenAt = now;
    }

    private T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    // A 429 as it counts now, and how many waits before it were in vain.
    private sealed record Refusal(RateLimitRejection Rejection, int InVain);
}
