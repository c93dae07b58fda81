using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers;

/// <summary>Starts runs, each once however often it is asked for.</summary>
internal static class RunStart
{
    // Any run with the id stands for the request, whatever became of it.
    private static readonly OrchestrationRuntimeStatus[] AnyStatus =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
    ];

    /// <summary>Starts a run under an id of its own.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="id">The new id.</param>
    /// <param name="input">The input.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>When it is stored.</returns>
    public static Task NewAsync(DurableTaskClient client, TaskName flow, string id, object input, CancellationToken cancellation) =>
        client.ScheduleNewOrchestrationInstanceAsync(flow, input, new StartOrchestrationOptions(id), cancellation);

    /// <summary>Starts a run unless one with this id exists, whatever its input was.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="id">The id.</param>
    /// <param name="input">The input.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>True if it was started; false if there was one.</returns>
    public static async Task<bool> FirstAsync(DurableTaskClient client, TaskName flow, string id, object input, CancellationToken cancellation)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(flow, input, new StartOrchestrationOptions(id).WithDedupeStatuses(AnyStatus), cancellation);
            return true;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Storage providers tell of an existing run by different exceptions, so the store is asked.
            if (await client.GetInstanceAsync(id, getInputsAndOutputs: false, cancellation) is not null)
            {
                return false;
            }

            throw;
        }
    }

    /// <summary>Starts a run unless one with this id exists.</summary>
    /// <typeparam name="TInput">The flow's input, compared by value.</typeparam>
    /// <param name="client">The durable client.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="id">The id that belongs to the caller's key.</param>
    /// <param name="input">The input.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>Null if the run, new or old, is the one that was asked for; else a problem.</returns>
    public static async Task<ProblemDetails?> OnceAsync<TInput>(
        DurableTaskClient client, TaskName flow, string id, TInput input, CancellationToken cancellation)
        where TInput : class, IEquatable<TInput>
    {
        var existing = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation);
        if (existing is null)
        {
            try
            {
                var options = new StartOrchestrationOptions(id).WithDedupeStatuses(AnyStatus);
                await client.ScheduleNewOrchestrationInstanceAsync(flow, input, options, cancellation);
                return null;
            }
            catch (Exception) when (!cancellation.IsCancellationRequested)
            {
                // A simultaneous request may have been first. Storage providers tell so by different exceptions,
                // so the store is asked; if it does not have the run, the failure was another one.
                existing = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation);
                if (existing is null)
                {
                    throw;
                }
            }
        }

        return existing.SerializedInput is { } json && input.Equals(JsonSerializer.Deserialize<TInput>(json))
            ? null
            : ApiProblem.IdempotencyKeyReused();
    }
}
