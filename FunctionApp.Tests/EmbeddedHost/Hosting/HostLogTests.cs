using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.Telemetry;
using FuseDeskFlows.Tests.Telemetry;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Tests.EmbeddedHost.Hosting;

public sealed class HostLogTests
{
    // Names, ids and numbers; never an input, a result or a state.
    private static readonly string[] Allowed =
        ["error", "instanceId", "entityId", "messageId", "function", "activity", "entity", "operation", "task", "taskId", "attempt", "status", "due",
            "flow", "version", "hostVersion", "match"];

    private static IReadOnlyList<LogMessage> Messages { get; } = LogMessage.Of(typeof(HostSetup).Assembly);

    [Fact]
    public void The_hosts_events_have_ids_that_the_app_does_not_use()
    {
        Assert.True(Messages.Count >= 20);
        Assert.All(Messages, message => Assert.InRange(message.EventId, 9001, 9199));
        var ids = Messages.Concat(LogMessage.Of(typeof(AppTelemetry).Assembly)).Select(message => message.EventId).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void The_host_logs_what_failed_and_never_what_with() => Assert.All(Messages.SelectMany(message => message.Parameters), parameter =>
    {
        Assert.Contains(parameter.Name, Allowed);
        Assert.True(parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(Type) || parameter.ParameterType == typeof(EntityInstanceId)
            || parameter.ParameterType.IsValueType || parameter.ParameterType == typeof(Exception), $"{parameter.Name} is a {parameter.ParameterType}");
    });
}
