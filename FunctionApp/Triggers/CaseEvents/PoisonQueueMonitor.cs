using FuseDeskFlows.Events;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Triggers.CaseEvents;

/// <summary>Says so as long as there are case events that could not be handled.</summary>
/// <param name="poisoned">Those events.</param>
/// <param name="logger">Takes their number.</param>
public sealed class PoisonQueueMonitor(PoisonMessages poisoned, ILogger<PoisonQueueMonitor> logger)
{
    /// <summary>Counts the events in the poison queue.</summary>
    [Function("WatchPoisonQueue")]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var count = await poisoned.CountAsync(cancellationToken);
        EventMetrics.SetPoisonCount(count);
        if (count > 0)
        {
            logger.EventsPoisoned(count);
        }
    }
}
