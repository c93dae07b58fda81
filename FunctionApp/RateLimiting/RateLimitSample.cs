namespace FuseDeskFlows.RateLimiting;

/// <summary>What was told of a quota's window at a moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Used">Calls that the window had counted by then.</param>
/// <param name="Limit">Calls in one window.</param>
public sealed record RateLimitSample(DateTimeOffset At, int Used, int Limit);
