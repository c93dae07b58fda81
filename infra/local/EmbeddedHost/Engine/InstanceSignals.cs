namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>Lets clients wait for the next change of an instance.</summary>
internal sealed class InstanceSignals
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource> _waiters = new(StringComparer.Ordinal);
    private bool _closed;

    /// <summary>A task that ends with the next change from now on.</summary>
    public Task Next(string id)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return Task.FromException(Stopped());
            }

            if (!_waiters.TryGetValue(id, out var waiter))
            {
                _waiters.Add(id, waiter = new(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            return waiter.Task;
        }
    }

    public void Changed(IEnumerable<string> ids)
    {
        lock (_gate)
        {
            if (_waiters.Count == 0)
            {
                return;
            }

            foreach (var id in ids)
            {
                if (_waiters.Remove(id, out var waiter))
                {
                    waiter.SetResult();
                }
            }
        }
    }

    /// <summary>Ends all waits: the engine stops, nothing changes any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var waiter in _waiters.Values)
            {
                waiter.SetException(Stopped());
            }

            _waiters.Clear();
        }
    }

    private static InvalidOperationException Stopped() => new("The durable engine has stopped; the instance goes on at its next start.");
}
