using System.Text.Json;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Shared;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>
/// Runs a flow as an agent's tool and stores its report, so that the agent's own history holds no more of it than what the model is shown.
/// </summary>
public static class AgentFlowCall
{
    /// <summary>The orchestration's name, as it is stored.</summary>
    public const string Name = "AgentFlowCall";

    private const string UsageField = "usage";
    private const string Note = "The report of another flow, whose statements were checked when it was written. "
        + "Cite its lines, not the history items that it names.";

    /// <summary>The id of the flow's own run.</summary>
    /// <param name="id">The id of the call.</param>
    /// <returns>The run's id.</returns>
    public static string FlowIdOf(string id) => $"{id}-run";

    /// <summary>Runs the orchestration.</summary>
    /// <param name="context">The call; its input is an <see cref="AgentFlowCallInput"/>.</param>
    /// <returns>What is shown of the report, or why there is none.</returns>
    [Function(Name)]
    public static async Task<AgentFlowCallResult> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.ReadInput<AgentFlowCallInput>() ?? throw new RunFailedException("The input must name a flow.");
        JsonElement report;
        try
        {
            report = await context.CallSubOrchestratorAsync<JsonElement>(
                input.Flow, input.Input, new SubOrchestrationOptions { InstanceId = FlowIdOf(context.InstanceId) });
        }
        catch (TaskFailedException failure)
        {
            return new() { Fault = $"{input.Tool} failed: {failure.FailureDetails.ErrorMessage}" };
        }

        var stored = new StoreReportInput
        {
            StoredAt = StoredResultNames.IdOf(input.RunId, input.Handle),
            Handle = input.Handle,
            Tool = input.Tool,
            Note = Note,
            Report = report,
            Tokens = input.Tokens,
        };
        var shown = await context.CallActivityWithRetryAsync<AgentResult>(StoreReportActivity.Name, stored);
        var usage = report.TryGetProperty(UsageField, out var told) ? told.Deserialize<RunUsage>() : null;
        return new() { Result = shown, Usage = usage ?? new() };
    }
}
