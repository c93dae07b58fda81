namespace SemanticsApp.Orchestrations;

/// <summary>Work that fails at first.</summary>
/// <param name="Key">What its attempts are counted for.</param>
/// <param name="Failures">How many of them fail.</param>
public sealed record FlakyWork(string Key, int Failures);
