namespace FuseDeskFlows.RateLimiting;

/// <summary>
/// How a quota was used in the last hours, as the responses told this process: one sample for each half of a minute, the most that was used
/// in it. It is for people to look at, and is forgotten with the process.
/// </summary>
internal sealed class RateLimitHistory
{
    /// <summary>How far back it goes.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(6);

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Queue<RateLimitSample> _samples = [];
    private RateLimitSample? _last;

    /// <summary>Takes in what a response told at a moment; what does not tell both numbers tells nothing here.</summary>
    public void Add(RateLimitStatus? status, DateTimeOffset at)
    {
        if (status is not { Limit: { } limit, Remaining: { } remaining })
        {
            return;
        }

        var sample = new RateLimitSample(at, Math.Max(0, limit - remaining), limit);
        lock (_gate)
        {
            if (_last is { } last && Slot(last.At) == Slot(at) && sample.Used >= last.Used)
            {
                _last = sample;
                return;
            }

            Keep();
            _last = sample;
            while (_samples.TryPeek(out var oldest) && oldest.At < at - Length)
            {
                _samples.Dequeue();
            }
        }
    }

    /// <summary>The samples, oldest first.</summary>
    public IReadOnlyList<RateLimitSample> Read()
    {
        lock (_gate)
        {
            return _last is null ? [.. _samples] : [.. _samples, _last];
        }
    }

    private static long Slot(DateTimeOffset at) => at.UtcTicks / Step.Ticks;

    private void Keep()
    {
        if (_last is not null)
        {
            _samples.Enqueue(_last);
        }
    }
}
