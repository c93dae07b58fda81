namespace DurableSqlite.Dispatch;

/// <summary>Those who wait for an instance to end: woken by its last commit, so that nobody polls.</summary>
internal sealed class CompletionWaiters
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (TaskCompletionSource End, int Waiters)> _ends = new(StringComparer.Ordinal);

    /// <summary>Instances that somebody waits for.</summary>
    public int Count => _ends.Count;

    /// <summary>Completes when the instance ends for the next time. Ask for it first, and for the instance's state after that.</summary>
    public TaskCompletionSource Join(string instanceId)
    {
        using var scope = _gate.EnterScope();
        var (end, waiters) = _ends.TryGetValue(instanceId, out var found)
            ? found
            : (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 0);
        _ends[instanceId] = (end, waiters + 1);
        return end;
    }

    /// <summary>Ends a wait. The last one takes the entry along, also where the instance never ends.</summary>
    public void Leave(string instanceId, TaskCompletionSource end)
    {
        using var scope = _gate.EnterScope();
        if (!_ends.TryGetValue(instanceId, out var found) || found.End != end)
        {
            return; // released, and perhaps waited for anew
        }

        if (found.Waiters == 1)
        {
            _ends.Remove(instanceId);
        }
        else
        {
            _ends[instanceId] = (found.End, found.Waiters - 1);
        }
    }

    public void Release(string instanceId)
    {
        using var scope = _gate.EnterScope();
        if (_ends.Remove(instanceId, out var found))
        {
            found.End.TrySetResult();
        }
    }
}
