using System.Runtime.InteropServices;

namespace DurableSqlite.Dispatch;

/// <summary>Those who wait for an instance to end: woken by its last commit, so that nobody polls.</summary>
internal sealed class CompletionWaiters
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<TaskCompletionSource>> _ends = new(StringComparer.Ordinal);

    public int Count => _ends.Count; // instances that somebody waits for

    /// <summary>Completes when the instance ends for the next time. Ask for it first, and for the instance's state after that.</summary>
    public TaskCompletionSource Join(string instanceId)
    {
        using var scope = _gate.EnterScope();
        TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        (CollectionsMarshal.GetValueRefOrAddDefault(_ends, instanceId, out _) ??= []).Add(end);
        return end;
    }

    /// <summary>Ends a wait. The last one takes the entry along, also where the instance never ends.</summary>
    public void Leave(string instanceId, TaskCompletionSource end)
    {
        using var scope = _gate.EnterScope();
        if (_ends.TryGetValue(instanceId, out var ends) && ends.Remove(end) && ends.Count == 0)
        {
            _ends.Remove(instanceId);
        }
    }

    public void Release(string instanceId)
    {
        using var scope = _gate.EnterScope();
        _ends.Remove(instanceId, out var ends);
        ends?.ForEach(end => end.TrySetResult());
    }
}
