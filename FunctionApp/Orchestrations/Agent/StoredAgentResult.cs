using FuseDeskFlows.Activities.Agent.Results;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>
/// Holds the result of an agent's call as its input: a run's history that held all of them would grow by each, and be read again at each
/// step.
/// </summary>
public static class StoredAgentResult
{
    /// <summary>Ends at once.</summary>
    /// <param name="context">The instance; its input is a <see cref="StoredResult"/>.</param>
    /// <returns>The number of the result's lines.</returns>
    [Function(StoredResultNames.Orchestration)]
    public static Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(context.GetInput<StoredResult>()?.Lines.Count ?? 0);
    }
}
