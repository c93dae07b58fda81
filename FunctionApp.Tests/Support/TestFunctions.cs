using System.Reflection;
using System.Text.Json;
using LocalFunctionsHost.Functions;

namespace FuseDeskFlows.Tests.Support;

/// <summary>Functions of the tests, as functions.metadata would have them.</summary>
internal static class TestFunctions
{
    /// <summary>An orchestration.</summary>
    /// <param name="method">A static method that takes its context; its class has its name.</param>
    public static FunctionEntry Orchestration(MethodInfo method)
    {
        var trigger = JsonSerializer.SerializeToElement(new { name = "context", type = "orchestrationTrigger", direction = "In" });
        return new(
            method.DeclaringType!.Name,
            Path.GetFileName(method.DeclaringType.Assembly.Location),
            $"{method.DeclaringType.FullName}.{method.Name}",
            "dotnet-isolated",
            [new("context", "orchestrationTrigger", "In", trigger)]);
    }
}
