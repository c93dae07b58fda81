using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Triage;

/// <summary>Starts triages.</summary>
/// <param name="truto">The connection to FuseDesk; without it nothing is started.</param>
/// <param name="model">The language model; if it is configured wrongly, nothing is started.</param>
/// <param name="time">The clock by which callers wait.</param>
public sealed class TriageTrigger(IOptions<TrutoOptions> truto, ModelReadiness model, TimeProvider time)
{
    private const string Route = "cases/triage";

    /// <summary>What is particular to this POST.</summary>
    internal StartEndpoint<TriageRequest> Endpoint { get; } = new(CaseTriage.Name, Route, "triage")
    {
        Parse = TriageBody.Parse,
        FindConfigurationProblem = () => ConfigurationCheck.FindProblem(truto),
        Model = model,
    };

    /// <summary>Starts a triage, or finds the one that was started with the same key.</summary>
    /// <returns>202 with the management payload; 200 with the report if it is there in time; problem details.</returns>
    [Function("TriageCase")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => StartHandler.HandleAsync(Endpoint, request, client, time, cancellationToken);
}
