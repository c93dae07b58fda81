using FuseDeskFlows.TrutoSandbox.Faults;
using FuseDeskFlows.TrutoSandbox.Quota;
using FuseDeskFlows.TrutoSandbox.Resources;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>Data, quotas, faults and remembered writes between two resets.</summary>
internal sealed class LiveState(SandboxOptions options, DateTimeOffset today)
{
    /// <summary>FuseDesk itself.</summary>
    public FuseDeskService FuseDesk { get; } = new(options.Seed, today, options.Time);

    /// <summary>FuseDesk's quota.</summary>
    public FixedWindowQuota Quota { get; } = new(options.Limit, options.Window, options.Time, !options.NoReset);

    /// <summary>Truto's own limit, if there is one.</summary>
    public FixedWindowQuota? TrutoQuota { get; } =
        options.TrutoLimit > 0 ? new(options.TrutoLimit, TimeSpan.FromSeconds(10), options.Time) : null;

    /// <summary>What is to go wrong.</summary>
    public FaultQueue Faults { get; } = new();

    /// <summary>Writes by their <c>Idempotency-Key</c>.</summary>
    public IdempotencyStore Remembered { get; } = new();
}
