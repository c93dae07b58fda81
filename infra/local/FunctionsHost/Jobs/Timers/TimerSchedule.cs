using NCrontab;

namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>
/// When a timer is due: next after a given time, or at the last time there is if never again. A frequent one is due more than once a
/// minute: runs of such a timer are not made up for.
/// </summary>
internal sealed record TimerSchedule(bool AdjustForDst, bool IsFrequent, Func<DateTimeOffset, DateTimeOffset> Next)
{
    /// <summary>Reads a cron expression of six fields (with seconds) or five, or a time hh:mm:ss.</summary>
    /// <exception cref="HostStartException">It is neither.</exception>
    public static TimerSchedule Parse(string expression, TimeZoneInfo zone)
    {
        var fields = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 1 && TimeSpan.TryParse(expression, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero)
        {
            return new(AdjustForDst: false, interval < TimeSpan.FromMinutes(1), after =>
                interval < DateTimeOffset.MaxValue - after ? after + interval : DateTimeOffset.MaxValue);
        }

        if (fields.Length is not (5 or 6))
        {
            throw new HostStartException(
                $"the schedule '{expression}' has {fields.Length} fields; a cron expression has six (seconds first) or five");
        }

        try
        {
            var schedule = CrontabSchedule.Parse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = fields.Length == 6 });
            var cron = new CronSchedule(schedule, zone, everyHour: fields[^4].StartsWith('*'));
            return new(AdjustForDst: true, cron.IsFrequent, cron.Next);
        }
        catch (CrontabException e)
        {
            throw new HostStartException($"the schedule '{expression}' is not a cron expression: {e.Message.TrimEnd('.')}", e);
        }
    }

    /// <summary>The time zone of a setting; UTC if it is not set.</summary>
    /// <exception cref="HostStartException">There is no such zone.</exception>
    public static TimeZoneInfo Zone(string? id) =>
        string.IsNullOrWhiteSpace(id) ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone
        : throw new HostStartException($"The setting WEBSITE_TIME_ZONE is '{id}', which is not a time zone of this machine.");
}
