namespace LocalFunctionsHost.Worker;

/// <summary>What the worker is told of functions, in the worker protocol's words.</summary>
internal static class WorkerMessages
{
    public static FunctionLoadRequest Load(FunctionEntry function)
    {
        var metadata = new RpcFunctionMetadata
        {
            Name = function.Name,
            ScriptFile = function.ScriptFile,
            EntryPoint = function.EntryPoint,
            Language = function.Language,
            FunctionId = function.Id,
        };
        foreach (var binding in function.Bindings)
        {
            var info = new BindingInfo
            {
                Type = binding.Type,
                Direction = Member<BindingInfo.Types.Direction>(binding.Direction),
                DataType = Member<BindingInfo.Types.DataType>(binding.Text("dataType")),
            };
            info.Properties.Add(binding.Properties.ToDictionary(StringComparer.Ordinal));
            metadata.Bindings.Add(binding.Name, info);
        }

        return new FunctionLoadRequest { FunctionId = function.Id, Metadata = metadata };
    }

    /// <summary>The request to run a function, within the current trace. The metadata is what the trigger tells beside its value.</summary>
    public static InvocationRequest Invoke(
        FunctionEntry function, IEnumerable<ParameterBinding> inputs, IReadOnlyDictionary<string, object?> metadata, RetryContext? retry)
    {
        var request = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = function.Id,
            TraceContext = Trace(),
            RetryContext = retry,
        };
        request.InputData.Add(inputs);
        foreach (var (name, value) in metadata.Where(data => data.Value is not null))
        {
            request.TriggerMetadata[name] = WireData.From(value);
        }

        return request;
    }

    private static T Member<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var member) ? member : default;

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
