namespace FuseDeskFlows.TrutoSandbox.Stats;

/// <summary>One quota window.</summary>
/// <param name="StartedAt">When its first call came.</param>
/// <param name="Calls">Calls let through.</param>
/// <param name="Limited">Calls refused with a 429.</param>
internal sealed record WindowStats(DateTimeOffset StartedAt, int Calls, int Limited);
