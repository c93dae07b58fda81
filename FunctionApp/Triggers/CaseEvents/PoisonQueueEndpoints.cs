using FuseDeskFlows.Events;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Triggers.CaseEvents;

/// <summary>Shows and replays the case events that could not be handled.</summary>
/// <param name="poisoned">Those events.</param>
public sealed class PoisonQueueEndpoints(PoisonMessages poisoned)
{
    /// <summary>Shows the oldest events that could not be handled.</summary>
    /// <returns>200 with at most 32 of them.</returns>
    [Function("ListPoisonedCaseEvents")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "case-events/poison")] HttpRequest request,
        CancellationToken cancellationToken) =>
        RunResponse.Json(request, new PoisonedEventList { Events = await poisoned.PeekAsync(cancellationToken) });

    /// <summary>Puts the events that could not be handled back into the queue.</summary>
    /// <returns>200 with their number.</returns>
    [Function("ReplayCaseEvents")]
    public async Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "case-events/replay")] HttpRequest request,
        CancellationToken cancellationToken) =>
        RunResponse.Json(request, new ReplayedEvents { Replayed = await poisoned.ReplayAsync(cancellationToken) });
}
