using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace LoadApp.Crash;

/// <summary>What an app does on Azure, where an activity or an entity's operation fails when its worker dies: it tries again.</summary>
public static class Retrying
{
    private const int Attempts = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TaskOptions Again = TaskOptions.FromRetryPolicy(
        new RetryPolicy(Attempts, Pause, backoffCoefficient: 1.5, maxRetryInterval: TimeSpan.FromSeconds(1)));

    /// <summary>Does a step of a run.</summary>
    /// <param name="context">The run.</param>
    /// <param name="name">The step's name.</param>
    /// <param name="milliseconds">How long it works.</param>
    /// <param name="failsFirst">Whether its first attempt fails.</param>
    /// <returns>The step's name.</returns>
    public static Task<string> StepAsync(
        this TaskOrchestrationContext context, string name, int milliseconds = 5, bool failsFirst = false) =>
        context.CallActivityAsync<string>(
            nameof(StepActivity.Step), new StepCall(context.InstanceId, name, milliseconds, failsFirst), Again);

    /// <summary>Calls an entity until the operation succeeds.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="context">The run.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="input">Its input.</param>
    /// <returns>The answer.</returns>
    public static async Task<T> AskAsync<T>(
        this TaskOrchestrationContext context, EntityInstanceId entity, string operation, object? input = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await context.Entities.CallEntityAsync<T>(entity, operation, input);
            }
            catch (EntityOperationFailedException) when (attempt < Attempts)
            {
                await context.CreateTimer(Pause, CancellationToken.None);
            }
        }
    }
}
