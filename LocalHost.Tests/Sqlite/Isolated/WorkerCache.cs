using Microsoft.DurableTask.Worker;

namespace LocalHost.Tests.Sqlite.Isolated;

/// <summary>What a worker process has of its own.</summary>
public sealed class WorkerCache(bool extendedSessions)
{
    private int _activities;

    public int Activities => _activities;

    /// <summary>The code that goes on from episode to episode; without extended sessions there is none.</summary>
    public ExtendedSessionsCache? Sessions { get; private set; } = extendedSessions ? new() : null;

    public void Count() => Interlocked.Increment(ref _activities);

    public bool IsBroken { get; set; } = true;

    /// <summary>As a worker that was replaced by another one.</summary>
    public void Lose() => Sessions = new ExtendedSessionsCache();
}
