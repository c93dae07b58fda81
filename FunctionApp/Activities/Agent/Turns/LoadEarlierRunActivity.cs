using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>Reads the transcript of a run that another one continues.</summary>
public static class LoadEarlierRunActivity
{
    /// <summary>The activity's name, as it is stored.</summary>
    public const string Name = "load_agent_run";

    /// <summary>Reads it.</summary>
    /// <param name="runId">The earlier run.</param>
    /// <param name="client">Where runs are kept.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Its turns, and what kept them from being read.</returns>
    [Function(Name)]
    public static async Task<EarlierRun> RunAsync(
        [ActivityTrigger] string runId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        return await EarlierRuns.LoadAsync(client, runId, cancellationToken);
    }
}
