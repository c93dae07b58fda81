using FuseDeskFlows.Events;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Triggers;

/// <summary>Says so as long as there are case events that could not be handled.</summary>
/// <param name="poisoned">Those events.</param>
/// <param name="logger">Takes their number.</param>
public sealed partial class PoisonWatch(PoisonedEvents poisoned, ILogger<PoisonWatch> logger)
{
    /// <summary>Counts the events in the poison queue.</summary>
    /// <param name="timer">The schedule's state.</param>
    /// <param name="cancellation">Ends the counting.</param>
    /// <returns>When they are counted.</returns>
    [Function("WatchPoisonQueue")]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var count = await poisoned.CountAsync(cancellation);
        EventMeter.PoisonedNow(count);
        if (count > 0)
        {
            LogPoisoned(count, CaseEventQueues.PoisonName);
        }
    }

    // The alert "poison" of the deployment knows the line by how it begins.
    [LoggerMessage(1, LogLevel.Warning, "Case events could not be handled: {Count} in {Queue}. GET /api/case-events/poison shows them.")]
    private partial void LogPoisoned(int count, string queue);
}
