namespace LocalFunctionsHost.Worker;

/// <summary>The worker ended while it ran a function. The durable extension knows the failure by this type's name.</summary>
public sealed class WorkerProcessExitException(string message) : Exception(message);
