using FuseDeskFlows.TrutoSandbox.Stats;

namespace FuseDeskFlows.TrutoSandbox.Quota;

/// <summary>At most so many calls in a window; a window opens with its first call. Safe for many threads.</summary>
internal sealed class FixedWindowQuota(int limit, TimeSpan length, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<WindowStats> windows = [];
    private DateTimeOffset endsAt = DateTimeOffset.MinValue;

    /// <summary>The windows so far, oldest first.</summary>
    public IReadOnlyList<WindowStats> Windows
    {
        get
        {
            lock (gate)
            {
                return [.. windows];
            }
        }
    }

    /// <summary>Asks for one call.</summary>
    public QuotaReading Take()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now >= endsAt)
            {
                endsAt = now + length;
                windows.Add(new(now, 0, 0));
            }

            var window = windows[^1];
            var allowed = window.Calls < limit;
            windows[^1] = allowed ? window with { Calls = window.Calls + 1 } : window with { Limited = window.Limited + 1 };
            return Read(now, allowed);
        }
    }

    /// <summary>Where the window stands, without spending a call.</summary>
    public QuotaReading Peek()
    {
        lock (gate)
        {
            return Read(time.GetUtcNow(), allowed: true);
        }
    }

    private QuotaReading Read(DateTimeOffset now, bool allowed)
    {
        var open = now < endsAt;
        var left = open ? endsAt - now : length;
        // Rounded up, so that a caller who waits exactly that long is never too early.
        return new(allowed, limit, open ? limit - windows[^1].Calls : limit, Math.Max(1, (long)Math.Ceiling(left.TotalSeconds)));
    }
}
