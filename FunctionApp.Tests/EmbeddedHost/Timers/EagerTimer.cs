using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Tests.EmbeddedHost.Timers;

internal sealed class EagerTimer(Recorder recorder)
{
    [Function("Eager")]
    public void Run([TimerTrigger("*/10 * * * * *", RunOnStartup = true)] TimerInfo timer) =>
        recorder.Add($"late={timer.IsPastDue} monitored={timer.ScheduleStatus is not null}");
}
