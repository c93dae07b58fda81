using FuseDeskFlows.TrutoSandbox.Stats;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>Everything that requests share.</summary>
internal sealed class SandboxState
{
    private readonly DateTimeOffset _today;

    /// <summary>A fresh state.</summary>
    public SandboxState(SandboxOptions options)
    {
        Options = options;
        _today = options.Today ?? StartOfHour(options.Time.GetUtcNow());
        Live = new(options, _today);
    }

    /// <summary>What it was started with.</summary>
    public SandboxOptions Options { get; }

    /// <summary>What a reset replaces. A request works with the one that it found when it came in.</summary>
    public LiveState Live { get; private set; }

    /// <summary>Counters.</summary>
    public StatsRecorder Recorder { get; } = new();

    /// <summary>The counters with the quota's windows.</summary>
    public SandboxStats Snapshot() => Recorder.Snapshot(Live.Quota.Windows);

    /// <summary>Back to the start, with the same dates.</summary>
    public void Reset()
    {
        Live = new(Options, _today);
        Recorder.Reset();
    }

    /// <summary>By the hour, so that a restart in the middle of a run finds the same data, and yet live chats are recent.</summary>
    private static DateTimeOffset StartOfHour(DateTimeOffset now) => new(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
}
