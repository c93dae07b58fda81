using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Jobs.Timers;
using LocalFunctionsHost.Settings;

namespace LocalFunctionsHost.Jobs;

/// <summary>Reads the schedules of an app's timer functions.</summary>
internal static partial class TimerFunctions
{
    /// <summary>The triggers. A function whose schedule is missing or cannot be read does not run; the others do, as on the Functions host.</summary>
    /// <exception cref="HostStartException">The time zone is none.</exception>
    public static IReadOnlyList<TimerTrigger> Read(IEnumerable<FunctionEntry> functions, HostSettings settings, ILoggerFactory loggers)
    {
        var log = loggers.CreateLogger("Host.Triggers.Timer");
        var zone = TimerSchedules.Zone(settings.Configuration["WEBSITE_TIME_ZONE"]);
        var triggers = new List<TimerTrigger>();
        foreach (var function in functions.Where(f => f.Trigger.Is("timerTrigger")))
        {
            try
            {
                var expression = new SettingExpander(settings.Configuration).Expand(function.Trigger.Text("schedule") ?? "", out var missing)
                    ?? throw new HostStartException($"Function {function.Name}: the setting {missing}, which its schedule is in, is not set.");
                triggers.Add(TimerTrigger.Read(function, expression, zone));
            }
            catch (HostStartException e)
            {
                LogNeverRuns(log, e.Message);
            }
        }

        return triggers;
    }

    [LoggerMessage(7221, LogLevel.Error, "{Problem} It does not run on a schedule.")]
    private static partial void LogNeverRuns(ILogger log, string problem);
}
