namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step of running a function.</summary>
/// <param name="context">The run.</param>
/// <returns>A task that ends when the step has.</returns>
#pragma warning disable CA1711 // the name is the worker's
public delegate Task FunctionExecutionDelegate(FunctionContext context);
#pragma warning restore CA1711
