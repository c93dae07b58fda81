namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Something that is done around every run.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs, and calls <paramref name="next"/> to go on.</summary>
    /// <param name="context">The run.</param>
    /// <param name="next">The rest of the run.</param>
    /// <returns>A task that ends when the run has.</returns>
#pragma warning disable CA1716 // the name is the worker's
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
#pragma warning restore CA1716
}
