using FuseDeskFlows.EmbeddedHost.Engine.Versions;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>What the durable engine logs: events 9001 to 9099. It knows what failed, and never what with.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(9001, LogLevel.Critical, "The state cannot be written; the durable engine stops")]
    public static partial void StateNotWritten(this ILogger logger, Exception error);

    [LoggerMessage(9011, LogLevel.Error, "{InstanceId}: the step failed within the engine; the instance waits for the next start")]
    public static partial void StepFailed(this ILogger logger, Exception error, string instanceId);

    [LoggerMessage(9012, LogLevel.Warning, "{InstanceId}: the step was not stored; it is made again at the next start")]
    public static partial void StepNotStored(this ILogger logger, Exception error, string instanceId);

    [LoggerMessage(9013, LogLevel.Debug, "{InstanceId}: messages for an ended instance stay until the next start")]
    public static partial void MessagesStay(this ILogger logger, Exception error, string instanceId);

    [LoggerMessage(9014, LogLevel.Information, "{InstanceId}: attempt {Attempt} of {Task} failed and is retried")]
    public static partial void AttemptFailed(this ILogger logger, string instanceId, int attempt, string task);

    [LoggerMessage(9015, LogLevel.Warning, "{InstanceId}: the run of {Flow} has version '{Version}', this host has '{HostVersion}' and works on versions by {Match}; the run waits for a host that works on it")]
    public static partial void VersionRejected(this ILogger logger, string instanceId, string flow, string version, string hostVersion, VersionMatch match);

    [LoggerMessage(9021, LogLevel.Warning, "{InstanceId}: activity {Activity} (#{TaskId}) failed with {Error}")]
    public static partial void ActivityFailed(this ILogger logger, string instanceId, string activity, int taskId, Type error);

    [LoggerMessage(9022, LogLevel.Warning, "{InstanceId}: the result of {Activity} was not stored; it runs again at the next start")]
    public static partial void ResultNotStored(this ILogger logger, Exception error, string instanceId, string activity);

    [LoggerMessage(9031, LogLevel.Warning, "{EntityId}: the operations were not stored; they run again at the next start")]
    public static partial void OperationsNotStored(this ILogger logger, Exception error, string entityId);

    [LoggerMessage(9032, LogLevel.Warning, "There is no entity function '{Entity}'; its operations fail")]
    public static partial void NoSuchEntity(this ILogger logger, string entity);

    [LoggerMessage(9033, LogLevel.Warning, "{EntityId}: the entity could not be run: {Error}")]
    public static partial void EntityFailed(this ILogger logger, EntityInstanceId entityId, Type error);

    [LoggerMessage(9034, LogLevel.Warning, "{EntityId}: operation {Operation} failed with {Error}")]
    public static partial void OperationFailed(this ILogger logger, EntityInstanceId entityId, string? operation, Type error);
}
