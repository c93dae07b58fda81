using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Audit;

/// <summary>Starts audits of live chats for a person.</summary>
/// <param name="truto">The connection to FuseDesk; without it nothing is started.</param>
/// <param name="options">What is audited unless the caller says so.</param>
/// <param name="model">The language model; if it is configured wrongly, nothing is started.</param>
/// <param name="time">The clock by which callers wait.</param>
public sealed class AuditTrigger(
    IOptions<TrutoOptions> truto, IOptions<AuditOptions> options, ModelReadiness model, TimeProvider time)
{
    /// <summary>What ids of audits begin with.</summary>
    internal const string IdPrefix = "audit";

    private const string Route = "chats/audit";

    /// <summary>Starts an audit, or finds the one that was started with the same key.</summary>
    /// <returns>
    /// 202 with the management payload; 200 with the report if it is there in time; 409 if all departments are being audited; problem
    /// details.
    /// </returns>
    [Function("AuditChats")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        StartHandler.HandleAsync(Endpoint(client, cancellationToken), request, client, time, cancellationToken);

    /// <summary>What is particular to this POST.</summary>
    internal StartEndpoint<AuditRequest> Endpoint(DurableTaskClient client, CancellationToken cancellationToken) => new(
        ChatEscalationAudit.Name, Route, IdPrefix)
    {
        Parse = AuditBody.Parse,
        FindConfigurationProblem = () => ConfigurationCheck.FindProblem(truto) ?? ConfigurationCheck.FindProblem(options),
        Model = model,
        FindConflictAsync = audit => FindConflictAsync(client, audit, cancellationToken),
    };

    private async Task<ProblemDetails?> FindConflictAsync(DurableTaskClient client, AuditRequest audit, CancellationToken cancellationToken)
    {
        var names = audit.Departments ?? options.Value.DepartmentNames;
        var busy = await RunningAudits.FindAsync(client, names, cancellationToken);
        return busy.Count == names.Count ? ApiProblem.AuditRunning(busy[0].RunId, busy[0].Since) : null;
    }
}
