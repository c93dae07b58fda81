using LocalFunctionsHost.Worker;

namespace LocalFunctionsHost.Jobs;

/// <summary>
/// The worker ended while it ran an entity's operations. They fail, as on the Functions host, and are not run again behind the app's back;
/// by the name of the other exception, the durable extension would.
/// </summary>
internal sealed class EntityWorkerExitException(WorkerProcessExitException inner) : Exception(inner.Message, inner);
