namespace FuseDeskFlows.TrutoSandbox.Quota;

/// <summary>The state of a quota window after a call.</summary>
/// <param name="Allowed">Whether the call may go on.</param>
/// <param name="Limit">Calls per window.</param>
/// <param name="Remaining">Calls left in this window.</param>
/// <param name="ResetSeconds">Seconds until the window ends, rounded up; null if that is not told.</param>
internal sealed record QuotaReading(bool Allowed, int Limit, int Remaining, long? ResetSeconds);
