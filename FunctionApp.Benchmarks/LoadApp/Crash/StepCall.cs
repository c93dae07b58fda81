namespace LoadApp.Crash;

/// <summary>One step of a run.</summary>
/// <param name="Run">The run's instance id.</param>
/// <param name="Name">The step's name, once in a run.</param>
/// <param name="Milliseconds">How long it works.</param>
/// <param name="FailsFirst">Whether its first attempt in each worker fails.</param>
public sealed record StepCall(string Run, string Name, int Milliseconds, bool FailsFirst);
