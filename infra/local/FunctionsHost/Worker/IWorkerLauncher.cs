namespace LocalFunctionsHost.Worker;

/// <summary>Starts workers. The host replaces one that ends.</summary>
public interface IWorkerLauncher
{
    /// <summary>Starts a worker, which then calls the host.</summary>
    /// <param name="start">What the worker must be told.</param>
    /// <returns>The worker that was started.</returns>
    /// <exception cref="HostStartException">There is nothing that could be started, now or later.</exception>
    IWorkerHandle Launch(WorkerStart start);
}
