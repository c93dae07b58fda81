using FuseDeskFlows.Activities.Agent.Tools;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>Asks the model for its next turn: once its answer is stored, it is never asked for the same turn again.</summary>
/// <param name="model">The model.</param>
/// <param name="tools">The tools that may be offered.</param>
public sealed class AskAgentActivity(AgentModel model, AgentToolset tools)
{
    /// <summary>The activity's name, as it is stored.</summary>
    public const string Name = "ask_agent_model";

    /// <summary>Asks it.</summary>
    /// <param name="request">The transcript so far, and what is asked now.</param>
    /// <param name="client">Where results are kept.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The turn, a fault, or a rate limit.</returns>
    [Function(Name)]
    public async Task<AgentTurnOutcome> RunAsync(
        [ActivityTrigger] AgentTurnRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(client);
        var (offered, _) = await tools.GetAsync(cancellationToken);
        var turns = await TranscriptReader.ReadAsync(client, request.Turns, cancellationToken);
        var declared = offered.Where(tool => request.Tools.Contains(tool.Name, StringComparer.Ordinal)).ToList();
        return await model.AskAsync(request, turns, declared, cancellationToken);
    }
}
