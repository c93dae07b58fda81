namespace DurableSqlite.Dispatch;

/// <summary>Messages for later: only each one's key and time are in memory: a hundred thousand sleepers cost two megabytes.</summary>
/// <param name="time">The clock that they go by.</param>
/// <param name="mayFire">Whether there is room in memory for more; asked before each batch.</param>
/// <param name="deliver">Reads and delivers messages; false: they cannot be read now.</param>
internal sealed class TimerQueue(TimeProvider time, Func<bool> mayFire, Func<List<long>, bool> deliver) : IDisposable
{
    private const int BatchSize = 256;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly Lock _firing = new();
    private readonly PriorityQueue<long, long> _heap = new();
    private ITimer? _timer;
    private long _armedFor = long.MaxValue;
    private volatile bool _isHeldUp;
    private bool _isClosed;

    public int Count
    {
        get
        {
            // Whoever sees a timer may move the clock: it must be armed by then.
            using var scope = _gate.EnterScope();
            return _heap.Count;
        }
    }

    public void Add(IEnumerable<(long Id, long Ticks)> timers)
    {
        using var scope = _gate.EnterScope();
        if (!_isClosed)
        {
            _heap.EnqueueRange(timers);
            Arm();
        }
    }

    /// <summary>There is room again: goes on with timers that are due and were held up.</summary>
    public void Resume()
    {
        if (_isHeldUp && mayFire())
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => Fire(), null);
        }
    }

    public void Dispose()
    {
        using var scope = _gate.EnterScope();
        _isClosed = true;
        _heap.Clear();
        _timer?.Dispose();
    }

    private void Fire()
    {
        // One at a time: two would deliver messages out of their order.
        using var scope = _firing.EnterScope();
        while (!(_isHeldUp = !mayFire()) && TakeDue() is { Count: > 0 } due)
        {
            if (!deliver(due))
            {
                _ = TryAgainAsync(due);
                return;
            }
        }
    }

    private List<long> TakeDue()
    {
        using var scope = _gate.EnterScope();
        List<long> due = [];
        var now = time.GetUtcNow().UtcTicks;
        while (due.Count < BatchSize && _heap.TryPeek(out var id, out var next) && next <= now)
        {
            _heap.Dequeue();
            due.Add(id);
        }

        _armedFor = long.MaxValue;
        if (due.Count == 0)
        {
            Arm();
        }

        return due;
    }

    private async Task TryAgainAsync(List<long> due)
    {
        await Task.Delay(RetryDelay);
        Add(due.Select(id => (id, 0L)));
    }

    private void Arm()
    {
        if (_heap.TryPeek(out _, out var next) && next < _armedFor)
        {
            _armedFor = next;
            _timer ??= time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            long now;
            do
            {
                now = time.GetUtcNow().UtcTicks;
                var wait = TimeSpan.FromTicks(Math.Clamp(next - now, 0, Longest.Ticks));
                _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
            }
            while (time.GetUtcNow().UtcTicks - now > TimeSpan.TicksPerMillisecond); // a clock that was set meanwhile
        }
    }
}
