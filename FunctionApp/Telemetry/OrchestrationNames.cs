using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Telemetry;

/// <summary>Finds the app's orchestrations.</summary>
internal static class OrchestrationNames
{
    /// <summary>Their names.</summary>
    /// <returns>The names of all functions with an orchestration trigger.</returns>
    public static IReadOnlySet<string> Names() => typeof(OrchestrationNames).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.GetParameters().Any(parameter => parameter.IsDefined(typeof(OrchestrationTriggerAttribute))))
        .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);
}
