namespace FuseDeskFlows.Benchmarks.Quota;

/// <summary>What became of a batch run, as the batch app gives it.</summary>
/// <param name="Lost">Cases that were not fetched.</param>
/// <param name="Waits">How often the run slept.</param>
/// <param name="InVain">How many calls were refused after a sleep.</param>
internal sealed record FetchResult(int Lost, int Waits, int InVain);
