namespace FuseDeskFlows.Benchmarks.Quota;

/// <summary>What one way of doing the job came to.</summary>
/// <param name="Makespan">From its start to its end.</param>
/// <param name="Refused">Calls answered 429.</param>
/// <param name="MaxRejectedInAWindow">The most of them in one window.</param>
/// <param name="Lost">Items that it did not get.</param>
/// <param name="Waits">How often runs slept; 0 where nothing counts it.</param>
/// <param name="InVain">How many calls were refused after a sleep; 0 where nothing counts it.</param>
internal sealed record JobFigures(TimeSpan Makespan, int Refused, int MaxRejectedInAWindow, int Lost, int Waits, int InVain);
