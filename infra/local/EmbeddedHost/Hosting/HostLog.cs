using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>What the host logs of the functions that it runs: events 9101 to 9199.</summary>
internal static partial class HostLog
{
    [LoggerMessage(9101, LogLevel.Error, "Function {Function} failed.")]
    public static partial void FunctionFailed(this ILogger logger, Exception error, string function);

    [LoggerMessage(9111, LogLevel.Debug, "The caller of function {Function} went away.")]
    public static partial void CallerLeft(this ILogger logger, string function);

    [LoggerMessage(9112, LogLevel.Warning, "Function {Function} got a request that cannot be read; it is answered with {Status}.")]
    public static partial void RequestNotRead(this ILogger logger, string function, int status);

    [LoggerMessage(9121, LogLevel.Information, "Function {Function} was due at {Due:u}; it runs now.")]
    public static partial void TimerWasDue(this ILogger logger, string function, DateTimeOffset due);

    [LoggerMessage(9131, LogLevel.Error, "Function {Function} failed on message {MessageId}, attempt {Attempt}.")]
    public static partial void MessageFailed(this ILogger logger, Exception error, string function, string messageId, long attempt);

    [LoggerMessage(9132, LogLevel.Warning, "Message {MessageId} of function {Function} goes to the poison queue.")]
    public static partial void MessagePoisoned(this ILogger logger, string messageId, string function);

    [LoggerMessage(9133, LogLevel.Error, "Message {MessageId} of function {Function} could not be settled.")]
    public static partial void MessageNotSettled(this ILogger logger, Exception error, string messageId, string function);

    [LoggerMessage(9134, LogLevel.Warning, "The lease on message {MessageId} could not be renewed.")]
    public static partial void LeaseNotRenewed(this ILogger logger, Exception error, string messageId);

    [LoggerMessage(9135, LogLevel.Error, "The queue cannot be read.")]
    public static partial void QueueNotRead(this ILogger logger, Exception error);
}
