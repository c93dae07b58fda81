namespace FuseDeskFlows.EmbeddedHost.Timers;

/// <summary>Due again and again after the same time.</summary>
internal sealed class ConstantSchedule(TimeSpan interval) : ITimerSchedule
{
    public DateTimeOffset Next(DateTimeOffset after) => after + interval;
}
