using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Runs;

/// <summary>Starts a run under an id that nobody else may have used.</summary>
internal static class IdempotentStart
{
    // Any run with the id counts, whatever became of it.
    private static readonly OrchestrationRuntimeStatus[] AnyStatus =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
    ];

    /// <summary>Starts a run unless one with this id exists.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="id">The id.</param>
    /// <param name="input">The input.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Null if it was started; else the run that has the id, with its input.</returns>
    public static async Task<OrchestrationMetadata?> StartAsync(
        DurableTaskClient client, TaskName flow, string id, object? input, CancellationToken cancellationToken)
    {
        if (await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is { } existing)
        {
            return existing;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(flow, input, new StartOrchestrationOptions(id).WithDedupeStatuses(AnyStatus), cancellationToken);
            return null;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A simultaneous request may have been first. Storage providers tell so by different exceptions,
            // so the store is asked; if it does not have the run, the failure was another one.
            existing = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken);
            if (existing is null)
            {
                throw;
            }

            return existing;
        }
    }
}
