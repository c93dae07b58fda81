using FuseDeskFlows.TrutoSandbox.Stats;

namespace FuseDeskFlows.TrutoSandbox.Quota;

/// <summary>At most so many calls in a window; a window opens with its first call. Safe for many threads.</summary>
internal sealed class FixedWindowQuota(int limit, TimeSpan length, TimeProvider time, bool tellsReset = true)
{
    private readonly Lock _gate = new();
    private readonly List<WindowStats> _windows = [];
    private DateTimeOffset _endsAt = DateTimeOffset.MinValue;

    /// <summary>The windows so far, oldest first.</summary>
    public IReadOnlyList<WindowStats> Windows
    {
        get
        {
            lock (_gate)
            {
                return [.. _windows];
            }
        }
    }

    /// <summary>Asks for one call.</summary>
    public QuotaReading Take()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now >= _endsAt)
            {
                _endsAt = now + length;
                _windows.Add(new(now, 0, 0));
            }

            var window = _windows[^1];
            var allowed = window.Calls < limit;
            _windows[^1] = allowed ? window with { Calls = window.Calls + 1 } : window with { Limited = window.Limited + 1 };
            return Read(now, allowed);
        }
    }

    /// <summary>Where the window stands, without spending a call.</summary>
    public QuotaReading Peek()
    {
        lock (_gate)
        {
            return Read(time.GetUtcNow(), allowed: true);
        }
    }

    private QuotaReading Read(DateTimeOffset now, bool allowed)
    {
        var open = now < _endsAt;
        var left = open ? _endsAt - now : length;
        // Rounded up, so that a caller who waits exactly that long is never too early.
        long? reset = tellsReset ? Math.Max(1, (long)Math.Ceiling(left.TotalSeconds)) : null;
        return new(allowed, limit, open ? limit - _windows[^1].Calls : limit, reset);
    }
}
