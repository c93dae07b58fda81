namespace SemanticsApp.Orchestrations;

/// <summary>How events are carried into the next generation.</summary>
/// <param name="Keep">Whether those that nobody took are kept.</param>
/// <param name="Generation">The generation, from 0 on.</param>
public sealed record CarriedEvents(bool Keep, int Generation = 0);
