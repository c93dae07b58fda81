using FuseDeskFlows.Activities.Agent.Settings;
using FuseDeskFlows.Activities.Agent.Start;
using FuseDeskFlows.Activities.Agent.Tools;
using FuseDeskFlows.Activities.Agent.Turns;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Agent;

/// <summary>Starts agents.</summary>
/// <param name="truto">The connection to FuseDesk; without it nothing is started.</param>
/// <param name="options">What agents may do.</param>
/// <param name="tools">The tools that they may use.</param>
/// <param name="model">The language model; without it nothing is started.</param>
/// <param name="readiness">Tells whether the model is configured rightly; if not, nothing is started.</param>
/// <param name="time">The clock by which callers wait.</param>
public sealed class AgentTrigger(
    IOptions<TrutoOptions> truto,
    IOptions<AgentOptions> options,
    AgentToolset tools,
    AgentModel model,
    ModelReadiness readiness,
    TimeProvider time)
{
    private const string Route = "agent";

    /// <summary>Starts a run, or finds the one that was started with the same key.</summary>
    /// <returns>202 with the management payload; 200 with the report if it is there in time; problem details.</returns>
    [Function("AskAgent")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        StartHandler.HandleAsync(Endpoint(client, cancellationToken), request, client, time, cancellationToken);

    /// <summary>What is particular to this POST.</summary>
    internal StartEndpoint<AgentRequest> Endpoint(DurableTaskClient client, CancellationToken cancellationToken) =>
        new(AgentRun.Name, Route, "agent")
        {
            Parse = AgentBody.Parse,
            FindConfigurationProblem = FindConfigurationProblem,
            Model = readiness,
            FindConflictAsync = input => FindConflictAsync(input, client, cancellationToken),
        };

    /// <summary>Finds what is missing or wrong in the settings; null if nothing is.</summary>
    internal ProblemDetails? FindConfigurationProblem() =>
        ConfigurationCheck.FindProblem(truto) ?? ConfigurationCheck.FindProblem(options)
        ?? (model.Name is null ? ApiProblem.NotConfigured([AgentReadiness.NoModel]) : null);

    /// <summary>Finds what speaks against a run; null if nothing does.</summary>
    internal async Task<ProblemDetails?> FindConflictAsync(
        AgentRequest input, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var (offered, _) = await tools.GetAsync(cancellationToken);
        var asked = new AgentSettingsRequest { Tools = input.Tools, AllowWrites = input.AllowWrites };
        if (AgentReadiness.FindFault(asked, options.Value, offered) is { } fault)
        {
            return ApiProblem.InvalidRequest(fault);
        }

        return input.ContinueFrom is { } earlier && await EarlierRuns.LoadAsync(client, earlier, cancellationToken) is { Fault: { } reason }
            ? ApiProblem.InvalidRequest(("continueFrom", $"continueFrom: {reason}"))
            : null;
    }
}
