using System.Text.Json;
using FuseDeskFlows.Reports.Agent;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>Finds the transcript of an earlier run.</summary>
public static class EarlierRuns
{
    /// <summary>The flow whose runs can be continued, as it is stored.</summary>
    public const string FlowName = "AgentRun";

    // Reads a run that has ended with a report.
    internal static async Task<EarlierRun> LoadAsync(DurableTaskClient client, string runId, CancellationToken cancellationToken)
    {
        var run = await client.GetInstanceAsync(runId, getInputsAndOutputs: true, cancellationToken);
        return run switch
        {
            null => new() { Fault = "There is no such run; its history may have been purged." },
            { Name: not FlowName } => new() { Fault = "It is no agent's run." },
            { RuntimeStatus: OrchestrationRuntimeStatus.Completed, SerializedOutput: { } json } =>
                new() { Turns = JsonSerializer.Deserialize<AgentReport>(json)!.Turns },
            { IsCompleted: false } => new() { Fault = "It has not ended yet." },
            _ => new() { Fault = "It ended without a report." },
        };
    }
}
