using System.Reflection;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Worker.Durable;

/// <summary>Entities: the dispatcher.</summary>
internal sealed class EntityBinder : ITriggerBinder
{
    public Type AttributeType => typeof(EntityTriggerAttribute);

    public FunctionTrigger Read(string functionName, ParameterInfo parameter, Attribute attribute) =>
        new EntityFunctionTrigger(((EntityTriggerAttribute)attribute).EntityName ?? functionName);

    public ParameterSource? Bind(ParameterInfo parameter, bool isTrigger) => parameter.ParameterType == typeof(TaskEntityDispatcher)
        ? invocation => new(new TaskEntityDispatcher((Func<ITaskEntity, Task>)invocation.Trigger, invocation.InstanceServices))
        : null;
}
