using FuseDeskFlows.Entities.CaseEvents;
using FuseDeskFlows.Reports.CaseEvents;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.CaseEvents;

/// <summary>Shows what case events led to.</summary>
public static class CaseTriageEndpoint
{
    /// <summary>Shows a case's newest triage that an event caused.</summary>
    /// <returns>200 with the triage; 404 if there is none.</returns>
    [Function("GetCaseTriage")]
    public static async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cases/{caseId}/triage")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string caseId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var id = CaseIdParser.Parse(caseId);
        if (id.Problem is { } invalid)
        {
            return invalid.ToResult();
        }

        var entity = LatestCaseTriage.IdOf(id.Value);
        var latest = await client.Entities.GetEntityAsync<LatestTriageReport>(entity, includeState: true, cancellationToken);
        return latest is { IncludesState: true, State: { } triage }
            ? RunResponse.Json(request, triage)
            : ApiProblem.TriageNotFound(id.Value).ToResult();
    }
}
