using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Telemetry;

/// <summary>Finds the names of the app's orchestrations: of all functions with an orchestration trigger.</summary>
internal static class OrchestrationNames
{
    public static IReadOnlySet<string> Find() => typeof(OrchestrationNames).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.GetParameters().Any(parameter => parameter.IsDefined(typeof(OrchestrationTriggerAttribute))))
        .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);
}
