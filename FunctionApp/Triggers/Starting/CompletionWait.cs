using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>Waits for the end of a run as long as a caller wants to.</summary>
internal static class CompletionWait
{
    /// <summary>Waits.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="id">The run's id.</param>
    /// <param name="longest">How long; zero for not at all.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The host stops: the run goes on later.</param>
    /// <returns>The run that has ended, with what it had found if it could not wait any longer for a quota; null if it goes on.</returns>
    public static async Task<RunView?> ForAsync(
        DurableTaskClient client, string id, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        if (longest == TimeSpan.Zero)
        {
            return null;
        }

        using var patience = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, either.Token);
            return await PartialReportLookup.ViewAsync(client, ended, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The time is over; or the host stops, and the caller asks again where the answer says.
            return null;
        }
    }
}
