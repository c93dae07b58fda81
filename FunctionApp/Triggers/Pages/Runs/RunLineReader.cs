using FuseDeskFlows.Reports.Pages.Runs;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Pages.Runs;

/// <summary>Adds to listed runs what only a look at each one tells.</summary>
internal static class RunLineReader
{
    private static readonly OrchestrationRuntimeStatus[] Alive =
        [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended];

    /// <summary>The statuses of runs that go on.</summary>
    public static IReadOnlyList<OrchestrationRuntimeStatus> AliveStatuses => Alive;

    /// <summary>
    /// Tells what runs are about; of those that go on how far they are and what they wait for, of the others why they failed.
    /// </summary>
    public static async Task<IReadOnlyList<RunLine>> ReadAsync(
        DurableTaskClient client, ReportCache reports, IReadOnlyList<OrchestrationMetadata> runs, CancellationToken cancellationToken) =>
        await Task.WhenAll(runs.Select(run => run.IsCompleted
            ? ReadEndedAsync(client, reports, run, cancellationToken)
            : ReadAliveAsync(client, run, cancellationToken)));

    private static async Task<RunLine> ReadEndedAsync(
        DurableTaskClient client, ReportCache reports, OrchestrationMetadata run, CancellationToken cancellationToken) =>
        await reports.GetAsync(client, run, ToLine, cancellationToken) ?? new(RunMapper.ToListItem(run), Subject: null);

    private static async Task<RunLine> ReadAliveAsync(
        DurableTaskClient client, OrchestrationMetadata listed, CancellationToken cancellationToken)
    {
        var run = await client.GetInstanceAsync(listed.InstanceId, getInputsAndOutputs: true, cancellationToken) ?? listed;
        var detail = await ChildRuns.WithWaitAsync(client, new RunDetail(RunMapper.ToListItem(run)), cancellationToken);
        return new(detail, RunSubject.Of(run)) { IsToBeDecided = !run.IsCompleted && RunMapper.ApprovalOf(run) is { Decision: null } };
    }

    // Without the report: of a list of runs that would be much.
    private static RunLine ToLine(OrchestrationMetadata run) =>
        new(RunMapper.ToListItem(run), RunSubject.Of(run)) { Error = RunMapper.ToDetail(run).Error };
}
