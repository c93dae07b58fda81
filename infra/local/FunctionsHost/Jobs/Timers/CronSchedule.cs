using NCrontab;

namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>Due by an NCrontab expression, on the clock of a time zone.</summary>
internal sealed class CronSchedule(CrontabSchedule schedule, TimeZoneInfo zone, bool everyHour)
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private static readonly DateTime AnyMinute = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    // What is not due before is never due: the thirtieth of February.
    private static readonly DateTime LastDay = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    // As the Functions host has it: only a schedule that is free in every field but the seconds comes more than once a minute for good.
    public bool IsFrequent { get; } = schedule.ToString().Split(' ').Skip(1).All(field => field is "*")
        && schedule.GetNextOccurrences(AnyMinute.AddTicks(-1), AnyMinute.AddMinutes(1)).Skip(1).Any();

    public DateTimeOffset Next(DateTimeOffset after) =>
        schedule.GetNextOccurrence(TimeZoneInfo.ConvertTime(after, zone).DateTime, LastDay) == LastDay ? DateTimeOffset.MaxValue
        : everyHour ? NextOfEveryHour(after) : NextOfTheDay(after);

    // Every five minutes is every five minutes, whatever the clocks do: what the clock shows is followed as long as its offset lasts, and
    // from its change on anew.
    private DateTimeOffset NextOfEveryHour(DateTimeOffset after)
    {
        var offset = zone.GetUtcOffset(after);
        var next = new DateTimeOffset(schedule.GetNextOccurrence(after.ToOffset(offset).DateTime), offset);
        if (zone.GetUtcOffset(next) == offset)
        {
            return next.ToUniversalTime();
        }

        var (before, changed) = (after, next);
        while (changed - before > OneSecond)
        {
            var middle = before + ((changed - before) / 2);
            (before, changed) = zone.GetUtcOffset(middle) == offset ? (middle, changed) : (before, middle);
        }

        // The moment of the change itself counts, so the search begins just before it, on the new clock.
        var clock = zone.GetUtcOffset(changed);
        return new DateTimeOffset(schedule.GetNextOccurrence(before.ToOffset(clock).DateTime), clock).ToUniversalTime();
    }

    private DateTimeOffset NextOfTheDay(DateTimeOffset after)
    {
        var local = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        while (true)
        {
            local = schedule.GetNextOccurrence(local);
            // When clocks go forward, an hour does not exist: what is due in it is due when it would have ended.
            var real = zone.IsInvalidTime(local)
                ? local + (zone.GetUtcOffset(local.AddDays(1)) - zone.GetUtcOffset(local.AddDays(-1)))
                : local;
            var next = new DateTimeOffset(real, zone.GetUtcOffset(real)).ToUniversalTime();

            // When clocks go back, an hour comes twice: a time that lies behind us is not the next one.
            if (next > after)
            {
                return next;
            }
        }
    }
}
