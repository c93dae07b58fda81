using FuseDeskFlows.Entities.Audit;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;

namespace FuseDeskFlows.Triggers.Audit;

/// <summary>Shows what audits reported: the departments' entities know which there were, and the runs' outputs are the reports.</summary>
public static class AuditEndpoints
{
    /// <summary>Lists the last audits.</summary>
    /// <param name="request">The request; <c>department</c>, <c>from</c> and <c>to</c> narrow the list.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>200 with the audits, or problem details.</returns>
    [Function("ListAudits")]
    public static async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "audits")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(client);
        var query = AuditQuery.Parse(request.Query);
        return query.Value is null
            ? query.Problem!.ToResult()
            : RunResponse.Json(request, new AuditList { Audits = await EntriesAsync(client, query.Value, cancellationToken) });
    }

    /// <summary>Shows the newest report.</summary>
    /// <param name="request">The request; <c>department</c> chooses one, <c>Accept</c> chooses JSON, Markdown or HTML.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>200 with the report, or problem details.</returns>
    [Function("GetLatestAudit")]
    public static async Task<IResult> LatestAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "audits/latest")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(client);
        var query = AuditQuery.Parse(request.Query);
        var format = ContentNegotiation.Choose(request);
        if (query.Problem is not null || format == ReportFormat.None)
        {
            return (query.Problem ?? ApiProblem.NotAcceptable()).ToResult();
        }

        return await FindLatestAsync(client, query.Value!, cancellationToken) is { } latest
            ? RunResponse.Report(request, latest, format)
            : ApiProblem.NoAudit().ToResult();
    }

    /// <summary>Finds the newest audit that has reported; null if none is at hand.</summary>
    internal static async Task<RunDetail?> FindLatestAsync(DurableTaskClient client, AuditQuery query, CancellationToken cancellationToken)
    {
        // The newest may not have ended yet, or may have been purged.
        var entries = await EntriesAsync(client, query, cancellationToken);
        foreach (var runId in entries.Select(entry => entry.RunId).Distinct(StringComparer.Ordinal))
        {
            var instance = await client.GetInstanceAsync(runId, getInputsAndOutputs: true, cancellationToken);
            if (instance is { RuntimeStatus: OrchestrationRuntimeStatus.Completed })
            {
                return RunMapper.ToDetail(instance);
            }
        }

        return null;
    }

    private static async Task<IReadOnlyList<AuditIndexEntry>> EntriesAsync(
        DurableTaskClient client, AuditQuery query, CancellationToken cancellationToken)
    {
        var states = new List<DepartmentAuditState>();
        if (query.Department is { } department)
        {
            var id = DepartmentAudit.IdOf(department);
            var entity = await client.Entities.GetEntityAsync<DepartmentAuditState>(id, includeState: true, cancellationToken);
            states.AddRange(entity is { IncludesState: true } ? [entity.State] : []);
        }
        else
        {
            var filter = new EntityQuery { InstanceIdStartsWith = $"@{DepartmentAudit.Name}@", IncludeState = true };
            var all = client.Entities.GetAllEntitiesAsync<DepartmentAuditState>(filter);
            await foreach (var entity in all.WithCancellation(cancellationToken))
            {
                states.AddRange(entity.IncludesState ? [entity.State] : []);
            }
        }

        return
        [
            .. states.SelectMany(state => state.Index).Where(query.Matches)
                .OrderByDescending(entry => entry.CheckedAt).ThenBy(entry => entry.Department, StringComparer.Ordinal),
        ];
    }
}
