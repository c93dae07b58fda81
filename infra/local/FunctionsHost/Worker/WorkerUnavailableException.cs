namespace LocalFunctionsHost.Worker;

/// <summary>There is no worker, and the last attempt to start one failed.</summary>
internal sealed class WorkerUnavailableException(string problem) : Exception($"The app's worker could not start: {problem}");
