namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step of running a function.</summary>
/// <param name="context">The run.</param>
/// <returns>A task that ends when the step has.</returns>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
