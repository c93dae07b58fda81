using Microsoft.Azure.Functions.Worker.Middleware;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>The app's middleware in the order in which it was added.</summary>
internal sealed class MiddlewareChain
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _steps = [];

    /// <summary>Adds a step inside of those added before.</summary>
    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> step) => _steps.Add(step);

    /// <summary>Puts the steps around the innermost one.</summary>
    public FunctionExecutionDelegate Build(FunctionExecutionDelegate innermost) =>
        Enumerable.Reverse(_steps).Aggregate(innermost, (next, step) => step(next));
}
