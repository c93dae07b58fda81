namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>Due again and again after the same time.</summary>
internal sealed class ConstantSchedule(TimeSpan interval) : ITimerSchedule
{
    public bool AdjustForDst => false;

    public bool IsFrequent => interval < TimeSpan.FromMinutes(1);

    public DateTimeOffset Next(DateTimeOffset after) =>
        interval < DateTimeOffset.MaxValue - after ? after + interval : DateTimeOffset.MaxValue;
}
