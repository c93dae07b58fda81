namespace LocalFunctionsHost.Worker;

/// <summary>There is no worker, and the last attempt to start one failed.</summary>
public sealed class WorkerUnavailableException(string message) : Exception(message);
