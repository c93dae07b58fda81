using LocalFunctionsHost.Functions;

namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>A function that runs on a schedule.</summary>
/// <param name="Function">The function.</param>
/// <param name="Expression">The schedule as it was written, settings filled in.</param>
/// <param name="Schedule">When it is due.</param>
/// <param name="Zone">The time zone that it is due and told in.</param>
public sealed record TimerTrigger(FunctionEntry Function, string Expression, ITimerSchedule Schedule, TimeZoneInfo Zone)
{
    /// <summary>Whether it also runs when the host starts.</summary>
    public bool RunOnStartup { get; init; }

    /// <summary>Whether its last run is kept, so that one missed while the host was down is made up for.</summary>
    public bool UseMonitor { get; init; }

    /// <summary>Reads the trigger of a function.</summary>
    /// <param name="function">A function with a timer trigger.</param>
    /// <param name="expression">Its schedule with settings filled in: a cron expression of six fields or five, or a time hh:mm:ss.</param>
    /// <param name="zone">The time zone of cron expressions: see <see cref="TimerSchedules.Zone"/>.</param>
    /// <exception cref="HostStartException">The schedule cannot be read.</exception>
    public static TimerTrigger Read(FunctionEntry function, string expression, TimeZoneInfo zone)
    {
        try
        {
            var schedule = TimerSchedules.Parse(expression, zone);
            return new TimerTrigger(function, expression, schedule, zone)
            {
                RunOnStartup = function.Trigger.Flag("runOnStartup") ?? false,
                UseMonitor = (function.Trigger.Flag("useMonitor") ?? true) && !schedule.IsFrequent,
            };
        }
        catch (HostStartException e)
        {
            throw new HostStartException($"Function {function.Name}: {e.Message}.", e);
        }
    }
}
