namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>Lets clients wait for the next change of an instance.</summary>
internal sealed class InstanceSignals
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource> _waiters = new(StringComparer.Ordinal);

    /// <summary>A task that ends with the next change from now on.</summary>
    public Task Next(string id)
    {
        lock (_gate)
        {
            if (!_waiters.TryGetValue(id, out var waiter))
                _waiters.Add(id, waiter = new(TaskCreationOptions.RunContinuationsAsynchronously));
            return waiter.Task;
        }
    }

    public void Changed(IEnumerable<string> ids)
    {
        lock (_gate)
        {
            if (_waiters.Count == 0)
                return;
            foreach (var id in ids)
            {
                if (_waiters.Remove(id, out var waiter))
                    waiter.SetResult();
            }
        }
    }
}
