using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Triggers;

/// <summary>What is logged where runs are started: events 3001 to 3999.</summary>
internal static partial class TriggerLog
{
    [LoggerMessage(3001, LogLevel.Warning, "A delivery was refused: {Reason}.")]
    public static partial void DeliveryRefused(this ILogger logger, string reason);

    [LoggerMessage(3002, LogLevel.Warning, "Message {MessageId} of case-events failed at attempt {Attempt} of {Attempts}: {Error}.")]
    public static partial void EventFailed(this ILogger logger, string messageId, long attempt, long attempts, string error);

    [LoggerMessage(
        3003,
        LogLevel.Error,
        "Message {MessageId} of case-events failed at its last attempt, {Attempt}: {Error}. "
            + "It is poison; GET /api/case-events/poison shows it.")]
    public static partial void EventPoisoned(this ILogger logger, string messageId, long attempt, string error);

    [LoggerMessage(3004, LogLevel.Warning, "The pause before the next attempt at message {MessageId} could not be set: {Code}.")]
    public static partial void PauseNotSet(this ILogger logger, string messageId, string? code);

    // The alert "poison" of the deployment knows the line by how it begins.
    [LoggerMessage(
        3005, LogLevel.Warning, "Case events could not be handled: {Count} in case-events-poison. GET /api/case-events/poison shows them.")]
    public static partial void EventsPoisoned(this ILogger logger, int count);

    [LoggerMessage(3101, LogLevel.Error, "No audit was started: {Detail}")]
    public static partial void AuditNotStarted(this ILogger logger, string? detail);

    // The alert "audit-not-run" of the deployment knows by how this line begins that all is well.
    [LoggerMessage(3102, LogLevel.Information, "No audit is due outside of EscalationAudit:Days and EscalationAudit:Hours.")]
    public static partial void AuditOutOfHours(this ILogger logger);

    [LoggerMessage(
        3103, LogLevel.Information, "The audit of {Department} that began at {Since:u} still runs as {RunId}: no second one is started.")]
    public static partial void AuditStillRuns(this ILogger logger, string department, DateTimeOffset since, string runId);
}
