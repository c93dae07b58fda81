namespace BatchApp;

/// <summary>What became of a batch run.</summary>
/// <param name="Lost">Cases that were not fetched.</param>
/// <param name="Waits">How often the run slept.</param>
/// <param name="InVain">How many calls were refused after a sleep.</param>
public sealed record FetchResult(int Lost, int Waits, int InVain);
