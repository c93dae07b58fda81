using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>What the host logs of the listeners that trigger functions: events 9141 to 9149.</summary>
internal static partial class ListenerLog
{
    [LoggerMessage(9141, LogLevel.Error, "The schedule of function {Function} could not be kept.")]
    public static partial void ScheduleNotKept(this ILogger logger, Exception error, string function);

    [LoggerMessage(9142, LogLevel.Critical, "Function {Function} is not triggered any more until the host is started again.")]
    public static partial void ListenerEnded(this ILogger logger, Exception error, string function);
}
