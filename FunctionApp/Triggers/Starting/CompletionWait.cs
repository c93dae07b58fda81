using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>Waits for the end of a run as long as a caller wants to.</summary>
internal static class CompletionWait
{
    /// <summary>Waits for the end, but not if the limit is zero. If the host stops meanwhile, the run goes on later.</summary>
    /// <returns>The run that has ended, with what it had found if it could not wait any longer for a quota; null if it goes on.</returns>
    public static async Task<RunDetail?> EndedRunAsync(
        DurableTaskClient client, string id, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (limit == TimeSpan.Zero)
        {
            return null;
        }

        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, either.Token);
            return await PartialReportLookup.ToDetailAsync(client, ended, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The time is over; or the host stops, and the caller asks again where the answer says.
            return null;
        }
    }
}
