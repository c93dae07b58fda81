using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Worker.Wire;

namespace LocalFunctionsHost.Worker;

/// <summary>Tells the worker of a function.</summary>
internal static class FunctionLoading
{
    /// <summary>The request to load a function.</summary>
    public static FunctionLoadRequest Request(FunctionEntry function)
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
            metadata.Bindings.Add(binding.Name, Info(binding));
        }

        return new FunctionLoadRequest { FunctionId = function.Id, Metadata = metadata };
    }

    private static BindingInfo Info(BindingEntry binding)
    {
        var info = new BindingInfo { Type = binding.Type };
        info.Properties.Add(binding.Properties.ToDictionary(StringComparer.Ordinal));
        if (Enum.TryParse<BindingInfo.Types.Direction>(binding.Direction, ignoreCase: true, out var direction))
        {
            info.Direction = direction;
        }

        if (Enum.TryParse<BindingInfo.Types.DataType>(binding.Text("dataType"), ignoreCase: true, out var dataType))
        {
            info.DataType = dataType;
        }

        return info;
    }
}
