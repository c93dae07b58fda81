namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>How long one start took, from the start of the process.</summary>
/// <param name="Answer">To the app's first answer.</param>
/// <param name="Triage">To the first finished triage.</param>
internal sealed record StartTimes(TimeSpan Answer, TimeSpan Triage);
