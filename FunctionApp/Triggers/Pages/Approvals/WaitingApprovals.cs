using FuseDeskFlows.Reports.Writes;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Pages.Approvals;

/// <summary>The writes that wait for a person, of whatever run.</summary>
internal static class WaitingApprovals
{
    private const int PageSize = 100;
    private const int MaxRuns = 500;
    private static readonly OrchestrationRuntimeStatus[] Alive = [OrchestrationRuntimeStatus.Running];

    /// <summary>Reads them, the one whose time is over first coming first.</summary>
    /// <returns>The writes; and whether so many runs go on that there may be more.</returns>
    public static async Task<(IReadOnlyList<WriteProposal> Writes, bool MayBeMore)> ReadAsync(
        DurableTaskClient client, CancellationToken cancellationToken)
    {
        var found = new List<WriteProposal>();
        var seen = 0;
        var filter = new OrchestrationQuery(Statuses: Alive, PageSize: PageSize, FetchInputsAndOutputs: true);
        await foreach (var page in client.GetAllInstancesAsync(filter).AsPages(null, PageSize).WithCancellation(cancellationToken))
        {
            found.AddRange(await PendingApprovals.FindAsync(client, page.Values, cancellationToken));
            seen += page.Values.Count;
            if (seen >= MaxRuns && page.ContinuationToken is not null)
            {
                return (Sorted(found), true);
            }
        }

        return (Sorted(found), false);
    }

    private static IReadOnlyList<WriteProposal> Sorted(List<WriteProposal> found) => [.. found.OrderBy(write => write.Deadline)];
}
