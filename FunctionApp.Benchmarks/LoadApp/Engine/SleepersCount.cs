namespace LoadApp.Engine;

/// <summary>Sleeping runs, counted by the worker.</summary>
/// <param name="Asleep">Runs that have set their timer.</param>
/// <param name="Woken">Runs whose timer has fired.</param>
public sealed record SleepersCount(int Asleep, int Woken);
