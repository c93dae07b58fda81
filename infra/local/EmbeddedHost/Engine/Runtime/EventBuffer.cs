using Microsoft.DurableTask;

namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>Matches events with waits, by name in any case. An event that nobody waits for is kept, oldest first; of several waits the
/// newest is served first, as in Durable Functions, so that a wait given up in a loop does not take the next event.</summary>
internal sealed class EventBuffer(DataConverter converter)
{
    private readonly Dictionary<string, List<IWaiter>> _waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HistoryRecord> _unclaimed = [];

    private interface IWaiter
    {
        /// <summary>Hands over a payload; false if the wait was given up.</summary>
        bool TryTake(string? payload);

        bool IsOver { get; }
    }

    /// <summary>Whether a wait is open.</summary>
    public bool HasWaits => _waits.Values.Any(waits => waits.Exists(wait => !wait.IsOver));

    /// <summary>The events that nobody took.</summary>
    public IReadOnlyList<HistoryRecord> Unclaimed => _unclaimed;

    public void Raise(HistoryRecord raised)
    {
        if (_waits.TryGetValue(raised.Name!, out var waits))
        {
            while (waits.Count > 0)
            {
                var newest = waits[^1];
                waits.RemoveAt(waits.Count - 1);
                if (newest.TryTake(raised.Data))
                {
                    return;
                }
            }
        }

        _unclaimed.Add(raised);
    }

    public Task<T> WaitAsync<T>(string name, TurnContext turn, CancellationToken cancellation)
    {
        var wait = new Waiter<T>(converter);
        var early = _unclaimed.FindIndex(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
        if (early >= 0)
        {
            var raised = _unclaimed[early];
            _unclaimed.RemoveAt(early);
            wait.TryTake(raised.Data);
            return wait.Task;
        }

        if (!_waits.TryGetValue(name, out var waits))
        {
            _waits.Add(name, waits = []);
        }

        waits.RemoveAll(w => w.IsOver);
        waits.Add(wait);
        cancellation.Register(() => Cancel(wait, turn, cancellation));
        return wait.Task;
    }

    private static void Cancel<T>(Waiter<T> wait, TurnContext turn, CancellationToken cancellation)
    {
        if (turn.IsCurrent)
        {
            wait.Cancel(cancellation);
        }
        else if (!wait.IsOver)
        {
            turn.ReportForeign();
        }
    }

    private sealed class Waiter<T>(DataConverter converter) : IWaiter
    {
        private readonly TaskCompletionSource<T> _source = new();

        public Task<T> Task => _source.Task;

        public bool IsOver => _source.Task.IsCompleted;

        public bool TryTake(string? payload)
        {
            if (IsOver)
            {
                return false;
            }

            try
            {
                return _source.TrySetResult(converter.Deserialize<T>(payload)!);
            }
            catch (Exception unreadable)
            {
                // The payload is not of the type that is waited for: the wait fails, as reading it there would.
                return _source.TrySetException(unreadable);
            }
        }

        public void Cancel(CancellationToken cancellation) => _source.TrySetCanceled(cancellation);
    }
}
