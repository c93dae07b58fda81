namespace FuseDeskFlows.EmbeddedHost.Timers;

/// <summary>When a timer is due.</summary>
internal interface ITimerSchedule
{
    /// <summary>The first time after the given one.</summary>
    DateTimeOffset Next(DateTimeOffset after);
}
