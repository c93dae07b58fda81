using FuseDeskFlows.TrutoSandbox.Quota;
using FuseDeskFlows.TrutoSandbox.Stats;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>Everything that requests share and that a reset puts back.</summary>
internal sealed class SandboxState
{
    readonly StatsRecorder stats = new();

    /// <summary>A fresh state.</summary>
    public SandboxState(SandboxOptions options)
    {
        Options = options;
        Reset();
    }

    /// <summary>What it was started with.</summary>
    public SandboxOptions Options { get; }

    /// <summary>Counters.</summary>
    public StatsRecorder Recorder => stats;

    /// <summary>FuseDesk's quota.</summary>
    public FixedWindowQuota Quota { get; private set; } = null!;

    /// <summary>The counters with the quota's windows.</summary>
    public SandboxStats Snapshot() => stats.Snapshot(Quota.Windows);

    /// <summary>Back to the start.</summary>
    public void Reset()
    {
        Quota = new(Options.Limit, Options.Window, Options.Time);
        stats.Reset();
    }
}
