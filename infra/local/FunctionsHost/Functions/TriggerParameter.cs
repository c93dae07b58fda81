using System.Reflection.Emit;
using LocalFunctionsHost.Jobs;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace LocalFunctionsHost.Functions;

/// <summary>A trigger as a parameter that WebJobs understands.</summary>
/// <param name="Type">The parameter's type.</param>
/// <param name="Attribute">The trigger's attribute; null where the host calls the function itself.</param>
/// <param name="Returns">Whether the function's result is the trigger's.</param>
internal sealed record TriggerParameter(Type Type, CustomAttributeBuilder? Attribute, bool Returns)
{
    /// <summary>The parameter of a function's trigger. Requests and timers are this host's own.</summary>
    public static TriggerParameter Of(FunctionEntry function)
    {
        var trigger = function.Trigger;
        return trigger.Type.ToUpperInvariant() switch
        {
            "ORCHESTRATIONTRIGGER" => Durable(Attributes.Build<OrchestrationTriggerAttribute>(
                [], (nameof(OrchestrationTriggerAttribute.Orchestration), trigger.Text("orchestration")))),
            "ACTIVITYTRIGGER" => Durable(Attributes.Build<ActivityTriggerAttribute>(
                [], (nameof(ActivityTriggerAttribute.Activity), trigger.Text("activity")))),
            "ENTITYTRIGGER" => Durable(Attributes.Build<EntityTriggerAttribute>(
                [], (nameof(EntityTriggerAttribute.EntityName), trigger.Text("entityName")))),
            "QUEUETRIGGER" => new TriggerParameter(
                trigger.SupportsDeferredBinding ? typeof(ParameterBindingData) : typeof(string),
                Attributes.Build<QueueTriggerAttribute>(
                    [trigger.Text("queueName") ?? ""], (nameof(QueueTriggerAttribute.Connection), trigger.Text("connection"))),
                Returns: false),
            _ => new TriggerParameter(typeof(DirectCall), null, Returns: false),
        };
    }

    private static TriggerParameter Durable(CustomAttributeBuilder attribute) => new(typeof(string), attribute, Returns: true);
}
