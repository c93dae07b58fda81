using System.Reflection;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Tests.Telemetry;

/// <summary>A message that an assembly may log.</summary>
internal sealed record LogMessage(int EventId, string Name, IReadOnlyList<ParameterInfo> Parameters)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<LogMessage> Of(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
        from method in type.GetMethods(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is not null
        select new LogMessage(message.EventId, method.Name, [.. method.GetParameters().Skip(1)]),
    ];
}
