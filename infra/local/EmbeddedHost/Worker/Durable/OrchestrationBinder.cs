using System.Reflection;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.EmbeddedHost.Worker.Durable;

/// <summary>Orchestrators: the context, and one parameter that gets the input.</summary>
internal sealed class OrchestrationBinder : ITriggerBinder
{
    private static readonly MethodInfo GetInput = typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!;

    public Type AttributeType => typeof(OrchestrationTriggerAttribute);

    public FunctionTrigger Read(string functionName, ParameterInfo parameter, Attribute attribute) =>
        new OrchestrationFunctionTrigger(((OrchestrationTriggerAttribute)attribute).Orchestration ?? functionName);

    public ParameterSource? Bind(ParameterInfo parameter, bool isTrigger)
    {
        if (parameter.ParameterType == typeof(TaskOrchestrationContext))
        {
            return invocation => new(invocation.Trigger);
        }

        if (isTrigger)
        {
            return null;
        }

        var getInput = GetInput.MakeGenericMethod(parameter.ParameterType);
        return invocation => new(getInput.Invoke(invocation.Trigger, BindingFlags.DoNotWrapExceptions, binder: null, null, culture: null));
    }
}
