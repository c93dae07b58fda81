namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>A function that runs on a schedule, which is due and told in a time zone.</summary>
internal sealed partial class TimerTrigger(FunctionEntry function, TimerSchedule schedule, TimeZoneInfo zone)
{
    public FunctionEntry Function => function;
    public TimerSchedule Schedule => schedule;
    public TimeZoneInfo Zone => zone;
    public bool RunOnStartup { get; } = function.Trigger.Flag("runOnStartup") ?? false;
    /// <summary>Whether its last run is kept, so that one missed while the host was down is made up for.</summary>
    public bool UseMonitor { get; } = (function.Trigger.Flag("useMonitor") ?? true) && !schedule.IsFrequent;

    /// <summary>The app's timers. One whose schedule cannot be read does not run; the others do, as on the Functions host.</summary>
    /// <exception cref="HostStartException">The time zone is none.</exception>
    public static IReadOnlyList<TimerTrigger> ReadAll(IEnumerable<FunctionEntry> functions, IConfiguration settings, ILoggerFactory loggers)
    {
        var log = loggers.CreateLogger("Host.Triggers.Timer");
        var zone = TimerSchedule.Zone(settings["WEBSITE_TIME_ZONE"]);
        var triggers = new List<TimerTrigger>();
        foreach (var function in functions.Where(f => f.Trigger.Is("timerTrigger")))
        {
            try
            {
                var expression = new SettingExpander(settings).Expand(function.Trigger.Text("schedule") ?? "", out var missing)
                    ?? throw new HostStartException($"the setting {missing}, which its schedule is in, is not set");
                triggers.Add(new(function, TimerSchedule.Parse(expression, zone), zone));
            }
            catch (HostStartException e)
            {
                LogNeverRuns(log, function.Name, e.Message);
            }
        }

        return triggers;
    }

    [LoggerMessage(7221, LogLevel.Error, "Function {Function}: {Problem}. It does not run on a schedule.")]
    private static partial void LogNeverRuns(ILogger log, string function, string problem);
}
