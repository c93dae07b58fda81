namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>What the host logs of timers.</summary>
internal static partial class TimerLog
{
    [LoggerMessage(9121, LogLevel.Information, "Function {Function} was due at {Due:u}; it runs now.")]
    public static partial void TimerWasDue(this ILogger logger, string function, DateTimeOffset due);

    [LoggerMessage(9122, LogLevel.Debug, "The timer's run of function {Function} failed with {Error}; its schedule goes on.")]
    public static partial void TimerFailed(this ILogger logger, string function, Type error);

    [LoggerMessage(9141, LogLevel.Warning, "The schedule of function {Function} could not be kept; it goes on from memory.")]
    public static partial void ScheduleNotKept(this ILogger logger, Exception error, string function);

    [LoggerMessage(9143, LogLevel.Warning, "Where the schedule of function {Function} stood could not be read; it begins anew.")]
    public static partial void ScheduleNotRead(this ILogger logger, Exception error, string function);
}
