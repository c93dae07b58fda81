namespace LocalFunctionsHost.State;

/// <summary>What is written of a worker when it starts.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Started">When that started, UTC: another process may get the same id later.</param>
/// <param name="WorkerId">What it calls itself, on its command line too.</param>
internal sealed record WorkerRecord(int ProcessId, DateTime Started, string WorkerId);
