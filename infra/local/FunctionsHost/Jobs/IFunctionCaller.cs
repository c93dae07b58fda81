using LocalFunctionsHost.Functions;

namespace LocalFunctionsHost.Jobs;

/// <summary>Runs functions whose triggers are the host's own (HTTP, timers) the way that WebJobs runs the others.</summary>
public interface IFunctionCaller
{
    /// <summary>Runs a function to its end.</summary>
    /// <param name="function">The function.</param>
    /// <param name="trigger">What its trigger hands over: for a timer, the JSON text that the worker expects.</param>
    /// <param name="cancellationToken">Tells the function to end.</param>
    /// <exception cref="Exception">The function failed, or no worker could run it.</exception>
    Task CallAsync(FunctionEntry function, object trigger, CancellationToken cancellationToken);
}
