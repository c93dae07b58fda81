using System.Text.Json;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Writes;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Runs;

/// <summary>Finds the writes that wait for a person.</summary>
internal static class PendingApprovals
{
    private static readonly OrchestrationRuntimeStatus[] Alive = [OrchestrationRuntimeStatus.Running];
    private static readonly string[] FlowsThatWrite = [AgentRun.Name];

    /// <summary>Tells whether runs of a flow may come to wait for a person long before they end.</summary>
    public static bool MayWait(string flow) => IsWrite(flow) || FlowsThatWrite.Contains(flow, StringComparer.Ordinal);

    /// <summary>Shows a run with its own writes that wait.</summary>
    public static async Task<RunDetail> WithApprovalsAsync(
        DurableTaskClient client, RunDetail run, OrchestrationMetadata instance, CancellationToken cancellationToken)
    {
        if (run.Status is not "running")
        {
            return run;
        }

        var found = new List<WriteProposal>(await FindAsync(client, [instance], cancellationToken));
        if (FlowsThatWrite.Contains(run.Name, StringComparer.Ordinal))
        {
            var writes = new OrchestrationQuery(Statuses: Alive, InstanceIdPrefix: ToolWrite.IdOf(run.Id, ""), FetchInputsAndOutputs: true);
            await foreach (var page in client.GetAllInstancesAsync(writes).AsPages().WithCancellation(cancellationToken))
            {
                found.AddRange(await FindAsync(client, page.Values, cancellationToken));
            }
        }

        return found.Count > 0 ? run with { Approvals = found } : run;
    }

    /// <summary>Tells for what the writes among some instances wait.</summary>
    /// <param name="instances">Any instances, read with their custom status.</param>
    public static async Task<IReadOnlyList<WriteProposal>> FindAsync(
        DurableTaskClient client, IEnumerable<OrchestrationMetadata> instances, CancellationToken cancellationToken)
    {
        var found = new List<WriteProposal>();
        foreach (var instance in instances)
        {
            if (await FindAsync(client, instance, cancellationToken) is { } waiting)
            {
                found.Add(waiting);
            }
        }

        return found;
    }

    /// <summary>Tells for what a write waits; null if it does not wait for a person, or not any more.</summary>
    /// <param name="instance">Any instance, read with its custom status.</param>
    public static async Task<WriteProposal?> FindAsync(
        DurableTaskClient client, OrchestrationMetadata instance, CancellationToken cancellationToken)
    {
        if (!IsWrite(instance) || instance.IsCompleted || RunMapper.ApprovalOf(instance) is not { Decision: null } approval
            || !await IsAliveAsync(client, instance.InstanceId, approval.RunId, cancellationToken))
        {
            return null;
        }

        var id = ToolWrite.ProposalIdOf(instance.InstanceId, approval.Round);
        var stored = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken);
        return stored?.SerializedOutput is { } json ? JsonSerializer.Deserialize<WriteProposal>(json) : null;
    }

    public static bool IsWrite(OrchestrationMetadata instance) => IsWrite(instance.Name);

    /// <summary>Tells whether the run that had proposed a write goes on.</summary>
    public static async Task<bool> IsAliveAsync(DurableTaskClient client, string writeId, string runId,
        CancellationToken cancellationToken) =>
        string.Equals(writeId, runId, StringComparison.Ordinal)
        || await client.GetInstanceAsync(runId, getInputsAndOutputs: false, cancellationToken) is { IsCompleted: false };

    private static bool IsWrite(string flow) => string.Equals(flow, ToolWrite.Name, StringComparison.OrdinalIgnoreCase);
}
