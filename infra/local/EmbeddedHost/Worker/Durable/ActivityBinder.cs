using System.Reflection;
using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.EmbeddedHost.Worker.Durable;

/// <summary>Activities: the input, and the id of the instance that calls.</summary>
internal sealed class ActivityBinder : ITriggerBinder
{
    public Type AttributeType => typeof(ActivityTriggerAttribute);

    public FunctionTrigger Read(string functionName, ParameterInfo parameter, Attribute attribute) =>
        new ActivityFunctionTrigger(((ActivityTriggerAttribute)attribute).Activity ?? functionName);

    public ParameterSource? Bind(ParameterInfo parameter, bool isTrigger)
    {
        // An activity without an input of its own may put the trigger on the run's context.
        if (isTrigger && parameter.ParameterType == typeof(FunctionContext))
        {
            return invocation => new(invocation);
        }

        if (isTrigger)
        {
            return invocation => new(Input((ActivityCall)invocation.Trigger, parameter.ParameterType));
        }

        var isInstanceId = parameter.ParameterType == typeof(string) && string.Equals(parameter.Name, "instanceId", StringComparison.OrdinalIgnoreCase);
        return isInstanceId ? invocation => new(((ActivityCall)invocation.Trigger).InstanceId) : null;
    }

    private static object? Input(ActivityCall call, Type type) =>
        call.Converter.Deserialize(call.SerializedInput, type)
        ?? (type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null);
}
