using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Tests.Truto;

namespace FuseDeskFlows.Tests.RateLimiting;

/// <summary>
/// A server with a quota that tells what remains and never when its window ends, and a client that goes by a tracker alone.
/// </summary>
internal sealed class SimulatedServer(int limit, TimeSpan window, TimeSpan? alignedTo = null)
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);

    private DateTimeOffset _endsAt;
    private int _used;

    public ManualTime Time { get; } = new();

    public RateLimitTracker Tracker => field ??= new(Time);

    /// <summary>When each refused call was sent.</summary>
    public List<DateTimeOffset> Refused { get; } = [];

    public int Answered { get; private set; }

    /// <summary>Makes as many calls as get through until then, one after the other.</summary>
    public void CallUntil(DateTimeOffset end, int calls = int.MaxValue)
    {
        for (var done = 0; done < calls && Time.Now < end;)
        {
            if (Tracker.CurrentRejection() is { RetryAt: { } until })
            {
                Time.Advance(until - Time.Now);
                continue;
            }

            done += Call() ? 1 : 0;
        }
    }

    public bool Call()
    {
        Time.Advance(0.001);
        var sent = Time.Now;
        Time.Advance(Latency.TotalSeconds / 2);
        var allowed = Take(Time.Now);
        Time.Advance(Latency.TotalSeconds / 2);
        if (allowed)
        {
            Tracker.Accept(sent);
        }

        Tracker.Observe(new RateLimitStatus { Limit = limit, Remaining = limit - _used }, Time.Now, sent, !allowed);
        if (allowed)
        {
            Answered++;
            return true;
        }

        Refused.Add(sent);
        Tracker.Refuse(new RateLimitRejection { IsPause = true }, sent);
        return false;
    }

    private bool Take(DateTimeOffset now)
    {
        if (now >= _endsAt)
        {
            // It opens with its first call, or by the clock.
            _endsAt = alignedTo is { } phase ? Next(now, phase) : now + window;
            _used = 0;
        }

        return _used < limit && ++_used > 0;
    }

    private DateTimeOffset Next(DateTimeOffset now, TimeSpan phase)
    {
        var since = (now.UtcTicks - phase.Ticks) % window.Ticks;
        return now.AddTicks(window.Ticks - since);
    }
}
