using FuseDeskFlows.EmbeddedHost.Engine.Storage;

namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>Messages for later: one heap, one timer, whatever the number of sleepers.</summary>
internal sealed class DueMessages : IDisposable
{
    // System timers do not take more than about 49 days; waking up early only arms the timer again.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(7);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<long, (DateTimeOffset Due, long Id)> _heap = new();
    private readonly Dictionary<long, Message> _messages = [];
    private readonly TimeProvider _time;
    private readonly Action<Message> _deliver;
    private readonly ITimer _timer;
    private bool _disposed;

    public DueMessages(TimeProvider time, Action<Message> deliver)
    {
        _time = time;
        _deliver = deliver;
        _timer = time.CreateTimer(_ => DeliverDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _messages.Count;
            }
        }
    }

    public void Add(Message message)
    {
        lock (_gate)
        {
            _messages.Add(message.Id, message);
            _heap.Enqueue(message.Id, (message.DueAt!.Value, message.Id));
            if (_heap.Peek() == message.Id)
            {
                Arm();
            }
        }
    }

    /// <summary>Takes a message back; its place in the heap is given up when its time comes.</summary>
    public void Withdraw(long id)
    {
        lock (_gate)
        {
            _messages.Remove(id);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        _timer.Dispose();
    }

    private void DeliverDue()
    {
        var due = new List<Message>();
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            var now = _time.GetUtcNow();
            while (_heap.TryPeek(out var id, out var at) && (at.Due <= now || !_messages.ContainsKey(id)))
            {
                _heap.Dequeue();
                if (_messages.Remove(id, out var message))
                {
                    due.Add(message);
                }
            }

            Arm();
        }

        due.ForEach(_deliver);
    }

    private void Arm()
    {
        if (_disposed || !_heap.TryPeek(out _, out var next))
        {
            return;
        }

        var wait = next.Due - _time.GetUtcNow();
        _timer.Change(wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < LongestSleep ? wait : LongestSleep, Timeout.InfiniteTimeSpan);
    }
}
