namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>
/// Where a schedule stands, as the Functions host keeps it and tells the function: when it ran last (never: the first time there is), when
/// it is due next, and what that was reckoned from.
/// </summary>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    /// <summary>The same, on the clock of a time zone.</summary>
    public TimerStatus In(TimeZoneInfo zone) => new(Local(Last, zone), Local(Next, zone), Local(LastUpdated, zone));

    // The first and the last time there is have no place on another clock.
    private static DateTimeOffset Local(DateTimeOffset time, TimeZoneInfo zone) =>
        time == default || time.Year == 9999 ? time : TimeZoneInfo.ConvertTime(time, zone);
}
