using System.Globalization;
using FuseDeskFlows.Events;
using FuseDeskFlows.Reports.Pages.Events;
using FuseDeskFlows.Triggers.Pages.Access;
using FuseDeskFlows.Triggers.Pages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Triggers.Pages.Events;

/// <summary>The console's page of case events.</summary>
/// <param name="guard">Tells who may see it.</param>
/// <param name="queues">The queues.</param>
/// <param name="poisoned">The events that could not be handled.</param>
public sealed class EventPages(ConsoleGuard guard, CaseEventQueues queues, PoisonMessages poisoned)
{
    private const string Path = "events";

    /// <summary>Shows the queue, and what could not be handled.</summary>
    /// <returns>The page; a refusal for who may not see it.</returns>
    [Function("ConsoleEvents")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/events")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var entry = guard.Enter(request);
        if (entry.Refusal is not null)
        {
            return entry.Refusal;
        }

        var model = new EventsModel
        {
            Queued = await queues.CountAsync(cancellationToken),
            Poisoned = await poisoned.CountAsync(cancellationToken),
            Oldest = await poisoned.PeekAsync(cancellationToken),
            Replayed = int.TryParse(request.Query["replayed"], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? count
                : null,
        };
        return ConsoleResult.Of<EventsView>("Events", Path, entry.User!, model) with { IsLive = true };
    }

    /// <summary>Puts what could not be handled back into the queue.</summary>
    /// <returns>The way back to the page, which tells how many there were; a refusal for who may not.</returns>
    [Function("ConsoleReplayEvents")]
    public async Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/events/replay")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var entry = guard.EnterToPost(request);
        if (entry.Refusal is not null)
        {
            return entry.Refusal;
        }

        var replayed = await poisoned.ReplayAsync(cancellationToken);
        return TypedResults.Redirect($"{ConsoleResult.Root.To(Path)}?replayed={replayed}");
    }
}
