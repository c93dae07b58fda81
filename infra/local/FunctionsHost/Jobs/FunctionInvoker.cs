using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Http;
using LocalFunctionsHost.Worker;
using LocalFunctionsHost.Worker.Wire;
using Microsoft.Azure.WebJobs;

namespace LocalFunctionsHost.Jobs;

/// <summary>What WebJobs calls for every function: has the worker run it.</summary>
internal sealed class FunctionInvoker(
    IReadOnlyList<FunctionEntry> functions, WorkerSupervisor workers, RequestForwarder forwarder, InvocationGate gate, TimeProvider time)
{
    // A worker that has just ended is still the one that is asked for, for a moment.
    private static readonly TimeSpan NextWorker = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<string, FunctionEntry> _functions = functions.ToDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Runs a function.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="arguments">The trigger's value, the durable clients' values, the Binder, the CancellationToken.</param>
    /// <returns>What the function returned.</returns>
    public async Task<object?> InvokeAsync(string name, object?[] arguments)
    {
        var function = _functions[name];
        var binder = (Binder)arguments[^2]!;
        var cancellationToken = (CancellationToken)arguments[^1]!;
        using var entered = await gate.EnterAsync(function.IsHttp, cancellationToken);
        var clients = function.Clients.Select((client, i) => (client.Name, WireData.From(arguments[i + 1])));
        var result = arguments[0] is DirectCall { Trigger: HttpContext http }
            ? await AnswerAsync(function, http, clients, cancellationToken)
            : await RunAsync(function, arguments[0], clients, binder, cancellationToken);
        await OutputBindings.WriteAsync(function, result, binder, cancellationToken);
        return result.Return;
    }

    private async Task<InvocationResult> AnswerAsync(
        FunctionEntry function, HttpContext http, IEnumerable<(string Name, TypedData Data)> clients, CancellationToken cancellationToken)
    {
        while (true)
        {
            var connection = await workers.ReadyOrFailAsync(cancellationToken);
            var invocation = new Invocation(function)
            {
                Inputs = [(function.Trigger.Name, HttpTriggerData.Value(http, connection)), .. clients],
                Metadata = HttpTriggerData.Metadata(http),
            };
            if (connection.TryInvoke(invocation, out var running, cancellationToken))
            {
                return await forwarder.ForwardAsync(http, workers.HttpUri(connection), invocation.Id, running);
            }

            await Task.Delay(NextWorker, cancellationToken);
        }
    }

    private async Task<InvocationResult> RunAsync(
        FunctionEntry function, object? trigger, IEnumerable<(string Name, TypedData Data)> clients, Binder binder, CancellationToken cancellationToken)
    {
        var direct = trigger as DirectCall;
        var value = direct is null ? WireData.From(trigger) : new TypedData { Json = (string)direct.Trigger };
        var invocation = new Invocation(function)
        {
            Inputs = [(function.Trigger.Name, value), .. clients],
            Metadata = TriggerData.Of(function, value, binder.BindingData!, time),
            Retry = direct?.Retry,
        };
        try
        {
            while (true)
            {
                var connection = await workers.ReadyAsync(cancellationToken);
                if (connection.TryInvoke(invocation, out var running, cancellationToken))
                {
                    return await running;
                }

                await Task.Delay(NextWorker, cancellationToken);
            }
        }
        catch (WorkerProcessExitException e) when (function.Trigger.Is("entityTrigger"))
        {
            throw new EntityWorkerExitException(e);
        }
    }
}
