using System.Reflection;
using System.Text.Json;
using FuseDeskFlows.Orchestrations.Triage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>The app's durable functions by their names, and the types by which their payloads are read.</summary>
internal static class AppFunctions
{
    private static readonly Type[] Types = typeof(CaseTriage).Assembly.GetTypes();
    private static readonly Dictionary<string, MethodInfo> Orchestrators = With<OrchestrationTriggerAttribute>();
    private static readonly Dictionary<string, MethodInfo> Activities = With<ActivityTriggerAttribute>();

    /// <summary>The flows' names.</summary>
    public static IEnumerable<string> Flows => Orchestrators.Keys;

    /// <summary>How the app's payloads are written and read.</summary>
    public static DataConverter Converter()
    {
        var services = new ServiceCollection();
        services.Configure<JsonSerializerOptions>(json => json.PropertyNameCaseInsensitive = true); // the worker's default
        services.AddFuseDeskFlows(new ConfigurationManager());
        using var built = services.BuildServiceProvider();
        return new JsonDataConverter(built.GetRequiredService<IOptions<JsonSerializerOptions>>().Value);
    }

    /// <summary>The method of a flow.</summary>
    public static MethodInfo Orchestrator(string name) => Orchestrators[name];

    /// <summary>
    /// The type of what a step passes to an activity or an entity; null for other steps, and for operations without input.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such activity or operation any more.</exception>
    public static Type? InputOf(HistoryEvent step) => step.Kind switch
    {
        HistoryEventKind.TaskScheduled => Trigger<ActivityTriggerAttribute>(
            Activities.GetValueOrDefault(step.Name!)
                ?? throw new InvalidOperationException($"there is no activity '{step.Name}' any more")).ParameterType,
        HistoryEventKind.EntityOperationCalled or HistoryEventKind.EntityOperationSignaled => Operation(
                Entity(EntityInstanceId.FromString(step.Target!).Name),
                step.Name!)
            .GetParameters()
            .FirstOrDefault()
            ?.ParameterType,
        _ => null,
    };

    /// <summary>The type of an entity's state.</summary>
    public static Type StateOf(string entity)
    {
        var type = Entity(entity);
        while (type is not { IsGenericType: true } || type.GetGenericTypeDefinition() != typeof(TaskEntity<>))
        {
            type = type.BaseType ?? throw new InvalidOperationException($"{entity} has no typed state");
        }

        return type.GetGenericArguments()[0];
    }

    private static Type Entity(string name) =>
        Types.SingleOrDefault(type =>
            typeof(ITaskEntity).IsAssignableFrom(type) && string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase)
        ) ?? throw new InvalidOperationException($"there is no entity '{name}' any more");

    private static MethodInfo Operation(Type entity, string name) =>
        entity.GetMethod(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)
        ?? throw new InvalidOperationException($"{entity.Name} has no operation '{name}' any more");

    private static Dictionary<string, MethodInfo> With<TTrigger>()
        where TTrigger : Attribute =>
        Types
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method =>
                method.GetCustomAttribute<FunctionAttribute>() is not null
                && method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TTrigger>() is not null))
            .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.OrdinalIgnoreCase);

    private static ParameterInfo Trigger<TTrigger>(MethodInfo method)
        where TTrigger : Attribute => method.GetParameters().Single(parameter => parameter.GetCustomAttribute<TTrigger>() is not null);
}
