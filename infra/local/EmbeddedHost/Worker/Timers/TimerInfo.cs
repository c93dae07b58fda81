namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function learns of its run.</summary>
public class TimerInfo
{
    /// <summary>The schedule's state; null if it is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run comes later than it was due.</summary>
    public bool IsPastDue { get; set; }
}
