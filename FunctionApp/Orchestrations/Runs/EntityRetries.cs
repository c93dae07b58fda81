using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>
/// How runs call entities. On Azure an operation also fails if the process that carries it out dies, or cannot be reached: Durable
/// Functions tells the caller so and keeps the entity as it was. That must not end a run, so the operation is called again.
/// </summary>
internal static class EntityRetries
{
    public const int Attempts = 5;

    // A process is back within seconds, an instance within minutes: 5, 20, 80 and 320 seconds.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    private const int PauseFactor = 4;

    /// <exception cref="EntityOperationFailedException">The operation failed at every attempt.</exception>
    public static async Task<T> CallEntityWithRetryAsync<T>(
        this TaskOrchestrationContext context, EntityInstanceId id, string operation, object? input = null)
    {
        Task<T>? call = null;
        await RetryAsync(context, () => call = context.Entities.CallEntityAsync<T>(id, operation, input));
        return await call!;
    }

    /// <exception cref="EntityOperationFailedException">The operation failed at every attempt.</exception>
    public static Task CallEntityWithRetryAsync(
        this TaskOrchestrationContext context, EntityInstanceId id, string operation, object? input = null) =>
        RetryAsync(context, () => context.Entities.CallEntityAsync(id, operation, input));

    private static async Task RetryAsync(TaskOrchestrationContext context, Func<Task> call)
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await call();
                return;
            }
            catch (EntityOperationFailedException) when (attempt < Attempts)
            {
                await context.CreateTimer(context.CurrentUtcDateTime + pause, CancellationToken.None);
                pause *= PauseFactor;
            }
        }
    }
}
