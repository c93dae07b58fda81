using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>How a run calls activities: what is unexpected is tried again a few times.</summary>
internal static class ActivityRetries
{
    private const int Attempts = 3;

    // Only for the unexpected: what passes in seconds was retried inside the activity, and a used-up quota is no failure.
    private static readonly TaskOptions UnexpectedFailures = TaskOptions.FromRetryPolicy(new RetryPolicy(
        Attempts, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromSeconds(30)));

    /// <exception cref="RunFailedException">It failed at every attempt.</exception>
    public static async Task<T> CallActivityWithRetryAsync<T>(this TaskOrchestrationContext context, TaskName activity, object input)
    {
        try
        {
            return await context.CallActivityAsync<T>(activity, input, UnexpectedFailures);
        }
        catch (TaskFailedException failure)
        {
            throw new RunFailedException(
                $"{activity.Name} failed {Attempts} times; the last failure was "
                + $"{failure.FailureDetails.ErrorType}: {failure.FailureDetails.ErrorMessage}",
                failure);
        }
    }
}
