namespace Microsoft.Azure.Functions.Worker;

/// <summary>The state of a schedule; times are UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last run.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next run that is due.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was recorded.</summary>
    public DateTime LastUpdated { get; set; }
}
