using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Pages.Runs;

/// <summary>Adds to listed runs what only a look at each one tells.</summary>
internal static class RunDetails
{
    private static readonly OrchestrationRuntimeStatus[] Alive =
        [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended];

    /// <summary>The statuses of runs that go on.</summary>
    public static IReadOnlyList<OrchestrationRuntimeStatus> AliveStatuses => Alive;

    /// <summary>Tells how far those runs are that go on, and what they wait for.</summary>
    public static async Task<IReadOnlyList<RunView>> WithProgressAsync(
        DurableTaskClient client, IReadOnlyList<OrchestrationMetadata> runs, CancellationToken cancellationToken) =>
        await Task.WhenAll(runs.Select(run => run.IsCompleted
            ? Task.FromResult(new RunView(RunMapper.ToListItem(run)))
            : ReadAsync(client, run, cancellationToken)));

    /// <summary>Tells why those runs failed.</summary>
    public static async Task<IReadOnlyList<RunView>> WithErrorsAsync(
        DurableTaskClient client, ReportCache reports, IReadOnlyList<OrchestrationMetadata> runs, CancellationToken cancellationToken)
    {
        var views = await Task.WhenAll(runs.Select(run => reports.GetAsync(client, run, RunMapper.ToView, cancellationToken)));
        return [.. views.OfType<RunView>()];
    }

    private static async Task<RunView> ReadAsync(
        DurableTaskClient client, OrchestrationMetadata listed, CancellationToken cancellationToken)
    {
        var run = await client.GetInstanceAsync(listed.InstanceId, getInputsAndOutputs: true, cancellationToken) ?? listed;
        return await ChildRuns.WithWaitAsync(client, new RunView(RunMapper.ToListItem(run)), cancellationToken);
    }
}
