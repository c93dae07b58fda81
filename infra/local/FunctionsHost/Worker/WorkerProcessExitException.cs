namespace LocalFunctionsHost.Worker;

/// <summary>The worker ended while it ran a function. The durable extension knows the failure by this type's name.</summary>
internal sealed class WorkerProcessExitException(string message) : Exception(message);
