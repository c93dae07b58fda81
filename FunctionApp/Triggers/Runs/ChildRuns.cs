using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.Runs;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Runs;

/// <summary>
/// A run that leaves work to children waits for what they wait for; they have statuses of their own, and ids that begin with the run's.
/// </summary>
internal static class ChildRuns
{
    private static readonly OrchestrationRuntimeStatus[] Alive = [OrchestrationRuntimeStatus.Running];
    private static readonly string[] FlowsWithChildren = [AgentRun.Name, CaseDigest.Name, CaseEventFlow.Name, CaseTriage.Name];

    /// <summary>
    /// Shows what a run's children wait for, where the run itself says nothing: it waits until the first of them goes on.
    /// </summary>
    public static async Task<RunDetail> WithWaitAsync(DurableTaskClient client, RunDetail run, CancellationToken cancellationToken)
    {
        if (run is not { Status: "running", Waiting: null } || !FlowsWithChildren.Contains(run.Name, StringComparer.Ordinal))
        {
            return run;
        }

        PendingWait? first = null;
        // With the data comes the custom status, which tells of waits.
        var filter = new OrchestrationQuery(Statuses: Alive, InstanceIdPrefix: $"{run.Id}-", FetchInputsAndOutputs: true);
        await foreach (var child in client.GetAllInstancesAsync(filter).WithCancellation(cancellationToken))
        {
            var waiting = RunMapper.ToListItem(child).Waiting;
            first = first is null || waiting?.Until < first.Until ? waiting ?? first : first;
        }

        return run with { Waiting = first };
    }
}
