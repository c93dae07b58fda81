using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Tests.EmbeddedHost.Queues;

internal sealed class QueueParallelism(Recorder recorder, SemaphoreSlim gate)
{
    [Function("Parallel")]
    public async Task RunAsync([QueueTrigger("parallel")] string text)
    {
        recorder.Add(text);
        await gate.WaitAsync(TestContext.Current.CancellationToken);
    }
}
