using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Tests.EmbeddedHost.Timers;

internal sealed class SlowTimer(Recorder recorder, SemaphoreSlim gate)
{
    [Function("Slow")]
    [QueueOutput("ticks")]
    public async Task<string> RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer)
    {
        recorder.Add("start");
        await gate.WaitAsync(TestContext.Current.CancellationToken);
        recorder.Add("end");
        return timer.IsPastDue ? "late" : "tick";
    }
}
