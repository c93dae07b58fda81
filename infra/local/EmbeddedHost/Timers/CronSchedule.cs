using NCrontab;

namespace FuseDeskFlows.EmbeddedHost.Timers;

/// <summary>Due by an NCrontab expression, on the clock of a time zone.</summary>
internal sealed class CronSchedule(CrontabSchedule schedule, TimeZoneInfo zone) : ITimerSchedule
{
    public DateTimeOffset Next(DateTimeOffset after)
    {
        var local = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        while (true)
        {
            local = schedule.GetNextOccurrence(local);
            // When clocks go forward, an hour does not exist: what is due in it is due when it would have ended.
            var real = zone.IsInvalidTime(local) ? local + (zone.GetUtcOffset(local.AddDays(1)) - zone.GetUtcOffset(local.AddDays(-1))) : local;
            var next = new DateTimeOffset(real, zone.GetUtcOffset(real)).ToUniversalTime();

            // When clocks go back, an hour comes twice: a time that lies behind us is not the next one.
            if (next > after)
            {
                return next;
            }
        }
    }
}
