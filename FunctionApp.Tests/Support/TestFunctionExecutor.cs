using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Context.Features;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.Support;

/// <summary>
/// Calls static functions of the tests, which no code is generated for; the rest goes to the app's. It also takes for the tests the client
/// of Durable Functions that the host hands to functions.
/// </summary>
internal sealed class TestFunctionExecutor(IFunctionExecutor generated, Action<DurableTaskClient> clientHandedOver) : IFunctionExecutor
{
    private static readonly Assembly Tests = typeof(TestFunctionExecutor).Assembly;

    public async ValueTask ExecuteAsync(FunctionContext context)
    {
        // What is bound once stays bound: the app's function gets the same.
        var inputs = await context.Features.Get<IFunctionInputBindingFeature>()!.BindFunctionInputAsync(context);
        if (inputs.Values.OfType<DurableTaskClient>().FirstOrDefault() is { } client)
        {
            clientHandedOver(client);
        }

        var (type, method) = Split(context.FunctionDefinition.EntryPoint);
        if (Tests.GetType(type) is not { } found)
        {
            await generated.ExecuteAsync(context);
            return;
        }

        var running = (Task)
            found.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, inputs.Values, culture: null)!;
        await running;
        context.GetInvocationResult().Value = running.GetType().GetProperty("Result")?.GetValue(running);
    }

    private static (string Type, string Method) Split(string entryPoint)
    {
        var dot = entryPoint.LastIndexOf('.');
        return (entryPoint[..dot], entryPoint[(dot + 1)..]);
    }
}
