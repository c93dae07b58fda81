namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>Where a schedule stands, as the Functions host keeps it and tells the function.</summary>
/// <param name="Last">When the function ran last; the first time there is if it never did.</param>
/// <param name="Next">When it is due next.</param>
/// <param name="LastUpdated">What <paramref name="Next"/> was reckoned from.</param>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    /// <summary>The same, on the clock of a time zone.</summary>
    public TimerStatus In(TimeZoneInfo zone) => new(Local(Last, zone), Local(Next, zone), Local(LastUpdated, zone));

    // The first and the last time there is have no place on another clock.
    private static DateTimeOffset Local(DateTimeOffset time, TimeZoneInfo zone) =>
        time == default || time.Year == 9999 ? time : TimeZoneInfo.ConvertTime(time, zone);
}
