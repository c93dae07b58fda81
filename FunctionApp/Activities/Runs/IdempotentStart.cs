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
    public static async Task<StartResult> StartAsync(
        DurableTaskClient client, TaskName flow, string id, object? input, CancellationToken cancellationToken)
    {
        if (await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is { } existing)
        {
            return new(existing);
        }

        try
        {
            var options = new StartOrchestrationOptions(id).WithDedupeStatuses(AnyStatus);
            await client.ScheduleNewOrchestrationInstanceAsync(flow, input, options, cancellationToken);
            return default;
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

            return new(existing);
        }
    }
}
