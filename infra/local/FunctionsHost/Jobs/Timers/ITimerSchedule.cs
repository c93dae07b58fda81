namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>When a timer is due.</summary>
public interface ITimerSchedule
{
    /// <summary>Whether the schedule follows the clocks of its time zone when they change.</summary>
    bool AdjustForDst { get; }

    /// <summary>Whether it is due more than once a minute: runs of such a timer are not made up for.</summary>
    bool IsFrequent { get; }

    /// <summary>The first time after the given one; the last time there is if it is never due again.</summary>
    DateTimeOffset Next(DateTimeOffset after);
}
