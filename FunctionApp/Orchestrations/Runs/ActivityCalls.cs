using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>How a run calls activities: what is unexpected is tried again a few times.</summary>
/// <param name="context">The run.</param>
internal sealed class ActivityCalls(TaskOrchestrationContext context)
{
    private const int Attempts = 3;

    // Only for the unexpected: what passes in seconds was retried inside the activity, and a used-up quota is no failure.
    private static readonly TaskOptions UnexpectedFailures = TaskOptions.FromRetryPolicy(new RetryPolicy(
        Attempts, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromSeconds(30)));

    /// <summary>Calls an activity.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="activity">Its name.</param>
    /// <param name="input">Its input.</param>
    /// <returns>What it returned.</returns>
    /// <exception cref="RunFailedException">It failed at every attempt.</exception>
    public async Task<T> RunAsync<T>(TaskName activity, object input)
    {
        try
        {
            return await context.CallActivityAsync<T>(activity, input, UnexpectedFailures);
        }
        catch (TaskFailedException failure)
        {
            throw new RunFailedException(
                $"{activity.Name} failed {Attempts} times; the last failure was {failure.FailureDetails.ErrorType}: {failure.FailureDetails.ErrorMessage}", failure);
        }
    }
}
