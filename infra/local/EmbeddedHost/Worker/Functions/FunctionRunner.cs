using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>Runs functions, each run in a scope of its own and inside of the app's middleware.</summary>
internal sealed class FunctionRunner
{
    private readonly IServiceScopeFactory _scopes;
    private readonly FunctionExecutionDelegate _pipeline;

    public FunctionRunner(IServiceScopeFactory scopes, MiddlewareChain middleware)
    {
        _scopes = scopes;
        _pipeline = middleware.Build(ExecuteAsync);
    }

    /// <summary>Runs the function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="trigger">What started it.</param>
    /// <param name="data">What the trigger says of itself.</param>
    /// <param name="prepare">Called before the function, in its scope.</param>
    /// <param name="complete">Called with the finished run while its scope still lives.</param>
    /// <param name="cancellationToken">Given to the function.</param>
    /// <returns>What the function returned.</returns>
    public async Task<object?> RunAsync(
        FunctionDescriptor function,
        object trigger,
        TriggerData? data = null,
        Action<FunctionContext>? prepare = null,
        Func<EmbeddedFunctionContext, Task>? complete = null,
        CancellationToken cancellationToken = default)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var context = new EmbeddedFunctionContext(function, trigger, data ?? TriggerData.None, scope.ServiceProvider, cancellationToken);
        prepare?.Invoke(context);
        using (var span = FunctionSpans.Begin(context))
        {
            try
            {
                await _pipeline(context);
            }
            catch (Exception e)
            {
                FunctionSpans.Fail(span, e);
                throw;
            }
        }

        if (complete is not null)
        {
            await complete(context);
        }

        return context.Result;
    }

    private static async Task ExecuteAsync(FunctionContext context)
    {
        var run = (EmbeddedFunctionContext)context;
        var function = run.Function;
        var arguments = new object?[function.Parameters.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = await function.Parameters[i](run);
        }

        var instance = function.Method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(run.InstanceServices, function.Method.DeclaringType!);
        try
        {
            run.Result = await MethodCall.RunAsync(function.Method, instance, arguments);
        }
        finally
        {
            if (instance is IAsyncDisposable asyncDisposable)
            {
                await asyncDisposable.DisposeAsync();
            }
            else if (instance is IDisposable disposable)
            {
                disposable.Dispose();
            }
        }
    }
}
