using System.Globalization;
using FuseDeskFlows.Entities.CaseEvents;
using FuseDeskFlows.Events;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Reports.CaseEvents;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.CaseEvents;

/// <summary>Shows what case events led to, and those that could not be handled.</summary>
/// <param name="poisoned">Those that could not be handled.</param>
public sealed class CaseEventEndpoints(PoisonMessages poisoned)
{
    /// <summary>Shows a case's newest triage that an event caused.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="caseId">The case's id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>200 with the triage; 404 if there is none.</returns>
    [Function("GetCaseTriage")]
    public static async Task<IResult> GetTriageAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cases/{caseId}/triage")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string caseId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (!long.TryParse(caseId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id <= 0)
        {
            return ApiProblem.InvalidRequest(("caseId", "caseId must be a positive whole number, such as 84920.")).ToResult();
        }

        var kept = await client.Entities.GetEntityAsync<LatestTriage>(LatestCaseTriage.IdOf(new CaseId(id)), includeState: true, cancellationToken);
        return kept is { IncludesState: true, State: { } triage } ? RunResponse.Json(request, triage) : ApiProblem.TriageNotFound(caseId).ToResult();
    }

    /// <summary>Shows the oldest events that could not be handled.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>200 with at most 32 of them.</returns>
    [Function("ListPoisonedCaseEvents")]
    public async Task<IResult> ListPoisonedAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "case-events/poison")] HttpRequest request, CancellationToken cancellationToken) =>
        RunResponse.Json(request, new PoisonedEventList { Events = await poisoned.PeekAsync(cancellationToken) });

    /// <summary>Puts the events that could not be handled back into the queue.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the work; what was put back stays so.</param>
    /// <returns>200 with their number.</returns>
    [Function("ReplayCaseEvents")]
    public async Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "case-events/replay")] HttpRequest request, CancellationToken cancellationToken) =>
        RunResponse.Json(request, new ReplayedEvents { Replayed = await poisoned.ReplayAsync(cancellationToken) });
}
