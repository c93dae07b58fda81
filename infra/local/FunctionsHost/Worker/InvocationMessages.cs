using System.Diagnostics;
using LocalFunctionsHost.Worker.Wire;

namespace LocalFunctionsHost.Worker;

/// <summary>An invocation in the worker protocol's words.</summary>
internal static class InvocationMessages
{
    // What WebJobs keeps for its own binding expressions; it means nothing elsewhere.
    private const string SystemData = "sys";

    /// <summary>The request to run a function, within the trace that is current.</summary>
    public static InvocationRequest Request(Invocation invocation)
    {
        var request = new InvocationRequest
        {
            InvocationId = invocation.Id,
            FunctionId = invocation.Function.Id,
            TraceContext = Trace(),
            RetryContext = invocation.Retry,
        };
        request.InputData.Add(invocation.Inputs.Select(input => new ParameterBinding { Name = input.Name, Data = input.Data }));
        foreach (var (name, value) in invocation.Metadata)
        {
            if (value is not null && !string.Equals(name, SystemData, StringComparison.OrdinalIgnoreCase))
            {
                request.TriggerMetadata[name] = WireData.From(value);
            }
        }

        return request;
    }

    /// <summary>What the function handed back.</summary>
    /// <exception cref="FunctionFailedException">It failed.</exception>
    public static InvocationResult Result(InvocationResponse response)
    {
        if (response.Result.Status != StatusResult.Types.Status.Success)
        {
            var exception = response.Result.Exception;
            throw new FunctionFailedException(response.Result.Status.ToString(), exception?.Message ?? "", exception?.StackTrace ?? "");
        }

        var outputs = response.OutputData.ToDictionary(output => output.Name, output => WireData.To(output.Data), StringComparer.OrdinalIgnoreCase);
        return new InvocationResult(WireData.To(response.ReturnValue), outputs);
    }

    private static RpcTraceContext Trace()
    {
        var trace = new RpcTraceContext();
        if (Activity.Current is { } activity)
        {
            trace.TraceParent = activity.Id ?? "";
            trace.TraceState = activity.TraceStateString ?? "";
            foreach (var (key, value) in activity.Tags.Where(tag => !string.IsNullOrEmpty(tag.Value)))
            {
                trace.Attributes[key] = value;
            }
        }

        return trace;
    }
}
