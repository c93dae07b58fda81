using System.Reflection.Emit;

namespace LocalFunctionsHost.Functions;

/// <summary>The attributes by which WebJobs understands parameters, to be emitted.</summary>
internal static class Attributes
{
    /// <summary>An attribute with the properties that have a value.</summary>
    public static CustomAttributeBuilder Build<T>(object[] arguments, params (string Name, string? Value)[] properties)
    {
        var set = properties.Where(property => property.Value is not null).ToArray();
        return new CustomAttributeBuilder(
            typeof(T).GetConstructor([.. arguments.Select(argument => argument.GetType())])!,
            arguments,
            [.. set.Select(property => typeof(T).GetProperty(property.Name)!)],
            [.. set.Select(property => property.Value)]);
    }

    public static CustomAttributeBuilder DurableClient(BindingEntry client) => Build<DurableClientAttribute>(
        [],
        (nameof(DurableClientAttribute.TaskHub), client.Text("taskHub")),
        (nameof(DurableClientAttribute.ConnectionName), client.Text("connectionName")));

    /// <summary>
    /// A trigger as a parameter: its type, its attribute, which is null where the host calls the function itself (requests, timers), and
    /// whether the function's result is the trigger's.
    /// </summary>
    public static (Type Type, CustomAttributeBuilder? Attribute, bool Returns) Trigger(BindingEntry trigger) =>
        trigger.Type.ToUpperInvariant() switch
        {
            "ORCHESTRATIONTRIGGER" => (
                typeof(string),
                Build<OrchestrationTriggerAttribute>(
                    [], (nameof(OrchestrationTriggerAttribute.Orchestration), trigger.Text("orchestration"))),
                true),
            "ACTIVITYTRIGGER" => (
                typeof(string),
                Build<ActivityTriggerAttribute>([], (nameof(ActivityTriggerAttribute.Activity), trigger.Text("activity"))),
                true),
            "ENTITYTRIGGER" => (
                typeof(string),
                Build<EntityTriggerAttribute>([], (nameof(EntityTriggerAttribute.EntityName), trigger.Text("entityName"))),
                true),
            "QUEUETRIGGER" => (
                trigger.SupportsDeferredBinding ? typeof(ParameterBindingData) : typeof(string),
                Build<QueueTriggerAttribute>(
                    [trigger.Text("queueName") ?? ""], (nameof(QueueTriggerAttribute.Connection), trigger.Text("connection"))),
                false),
            _ => (typeof(DirectCall), null, false),
        };
}
