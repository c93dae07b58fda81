using System.Globalization;
using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Tests.EmbeddedHost.Timers;

internal sealed class TimerSamples(Recorder recorder)
{
    [Function("Hourly")]
    public void Hourly([TimerTrigger("%Audit:Schedule%")] TimerInfo timer) => recorder.Add(string.Create(
        CultureInfo.InvariantCulture,
        $"late={timer.IsPastDue} last={timer.ScheduleStatus!.Last:HH:mm} next={timer.ScheduleStatus.Next:HH:mm}"));
}
