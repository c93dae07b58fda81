using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>The turn that a run holds at one quota.</summary>
/// <param name="slot">What its calls carry.</param>
/// <param name="calls">How many they are.</param>
internal sealed class QuotaTurn(Lease slot, int calls)
{
    /// <summary>What the turn's calls carry.</summary>
    public Lease Slot => slot;

    /// <summary>How many calls are left in it.</summary>
    public int Left { get; private set; } = calls;

    /// <summary>Takes one of them.</summary>
    public void Take() => Left--;
}
