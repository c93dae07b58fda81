namespace LocalFunctionsHost.Jobs;

/// <summary>What WebJobs calls for every function: has the worker run it.</summary>
internal sealed class FunctionInvoker(
    IReadOnlyList<FunctionEntry> functions, WorkerSupervisor workers, RequestForwarder forwarder, InvocationGate gate, TimeProvider time)
{
    // A worker that has just ended is still the one that is asked for, for a moment.
    private static readonly TimeSpan NextWorker = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<string, FunctionEntry> _functions = functions.ToDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Runs a function, and hands back what it returned; the arguments are those of <see cref="FunctionTypes"/>.</summary>
    public async Task<object?> InvokeAsync(string name, object?[] arguments)
    {
        var function = _functions[name];
        var binder = (Binder)arguments[^2]!;
        var cancellationToken = (CancellationToken)arguments[^1]!;
        await gate.EnterAsync(function.IsHttp, cancellationToken);
        try
        {
            var clients = function.Clients.Select((client, i) => Input(client.Name, WireData.From(arguments[i + 1])));
            var response = arguments[0] is DirectCall { Trigger: HttpContext http }
                ? await AnswerAsync(function, http, clients, cancellationToken)
                : await RunAsync(function, arguments[0], clients, binder, cancellationToken);
            await OutputBindings.WriteAsync(function, response, binder, cancellationToken);
            return WireData.To(response.ReturnValue);
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task<InvocationResponse> AnswerAsync(
        FunctionEntry function, HttpContext http, IEnumerable<ParameterBinding> clients, CancellationToken cancellationToken)
    {
        while (true)
        {
            var worker = await workers.ReadyOrFailAsync(cancellationToken);
            var trigger = Input(function.Trigger.Name, HttpTriggerData.Value(http, worker));
            var request = WorkerMessages.Invoke(function, [trigger, .. clients], HttpTriggerData.Metadata(http), retry: null);
            if (worker.Invocations.TryInvoke(function, request, out var running, cancellationToken))
            {
                return await forwarder.ForwardAsync(http, worker.HttpUri, request.InvocationId, running);
            }

            await Task.Delay(NextWorker, cancellationToken);
        }
    }

    private async Task<InvocationResponse> RunAsync(
        FunctionEntry function, object? trigger, IEnumerable<ParameterBinding> clients, Binder binder, CancellationToken cancellationToken)
    {
        var direct = trigger as DirectCall;
        var value = direct is null ? WireData.From(trigger) : new TypedData { Json = (string)direct.Trigger };
        var metadata = TriggerData.Of(function, value, binder.BindingData!, time);
        var request = WorkerMessages.Invoke(function, [Input(function.Trigger.Name, value), .. clients], metadata, direct?.Retry);
        try
        {
            while (true)
            {
                var worker = await workers.ReadyAsync(cancellationToken);
                if (worker.Invocations.TryInvoke(function, request, out var running, cancellationToken))
                {
                    return await running;
                }

                await Task.Delay(NextWorker, cancellationToken);
            }
        }
        catch (WorkerProcessExitException e) when (function.Trigger.Is("entityTrigger"))
        {
            // The operations fail, as on the Functions host; by the other exception's name, the durable extension would run them again
            // behind the app's back.
            throw new InvalidOperationException(e.Message, e);
        }
    }

    private static ParameterBinding Input(string name, TypedData data) => new() { Name = name, Data = data };
}
