using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace SemanticsApp.Orchestrations;

/// <summary>Orchestrations whose work fails.</summary>
public static class Failures
{
    private static readonly RetryPolicy ThreeTimes = new(3, TimeSpan.FromSeconds(0.1));

    [Function(nameof(FailsInActivity))]
    public static Task<string> FailsInActivity([OrchestrationTrigger] TaskOrchestrationContext context, string how) =>
        context.CallActivityAsync<string>(nameof(Activities.Fail), how);

    [Function(nameof(FailsItself))]
    public static Task<string> FailsItself([OrchestrationTrigger] TaskOrchestrationContext context, string? message) =>
        throw new InvalidOperationException(message ?? "failed itself", new TimeoutException("inner"));

    [Function(nameof(CatchesFailure))]
    public static async Task<Caught?> CatchesFailure([OrchestrationTrigger] TaskOrchestrationContext context, string how)
    {
        try
        {
            await context.CallActivityAsync<string>(nameof(Activities.Fail), how);
            return null;
        }
        catch (TaskFailedException failure)
        {
            return Caught.From(failure);
        }
    }

    [Function(nameof(CallsUnknownActivity))]
    public static Task<string> CallsUnknownActivity([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>("NoSuchActivity", "x");

    [Function(nameof(CallsUnknownChild))]
    public static Task<string> CallsUnknownChild([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallSubOrchestratorAsync<string>("NoSuchOrchestration", "x");

    [Function(nameof(NeedsNumber))]
    public static Task<int> NeedsNumber([OrchestrationTrigger] TaskOrchestrationContext context, int number) => Task.FromResult(number);

    /// <summary>Retries an activity three times by policy.</summary>
    [Function(nameof(RetriesByPolicy))]
    public static Task<string> RetriesByPolicy([OrchestrationTrigger] TaskOrchestrationContext context, int failures) =>
        context.CallActivityAsync<string>(
            nameof(Activities.Flaky), new FlakyWork(context.InstanceId, failures), new TaskOptions(ThreeTimes));

    /// <summary>Retries until the policy's judge says that a failure is final.</summary>
    [Function(nameof(RetriesWhileAgreed))]
    public static Task<string> RetriesWhileAgreed([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var policy = new RetryPolicy(10, TimeSpan.FromSeconds(0.1))
        {
            HandleFailure = failure => failure.ErrorMessage.Contains("attempt 1 ", StringComparison.Ordinal),
        };
        return context.CallActivityAsync<string>(
            nameof(Activities.Flaky), new FlakyWork(context.InstanceId, 10), new TaskOptions(policy));
    }

    /// <summary>Retries at growing distances, and no more when some seconds are over.</summary>
    [Function(nameof(RetriesForATime))]
    public static Task<string> RetriesForATime([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        // The second attempt is made long before that time, also on a slow machine, and the third after it.
        var policy = new RetryPolicy(10, TimeSpan.FromSeconds(0.1), 180, retryTimeout: TimeSpan.FromSeconds(16));
        return context.CallActivityAsync<string>(
            nameof(Activities.Flaky), new FlakyWork(context.InstanceId, 10), new TaskOptions(policy));
    }

    /// <summary>Retries by the orchestration's own code.</summary>
    [Function(nameof(RetriesByHandler))]
    public static Task<string> RetriesByHandler([OrchestrationTrigger] TaskOrchestrationContext context, int failures) =>
        context.CallActivityAsync<string>(
            nameof(Activities.Flaky),
            new FlakyWork(context.InstanceId, failures),
            TaskOptions.FromRetryHandler(retry => retry.LastAttemptNumber < 3));

    /// <summary>Retries a child, under an id of its own choice if one is given.</summary>
    [Function(nameof(RetriesChild))]
    public static Task<string> RetriesChild([OrchestrationTrigger] TaskOrchestrationContext context, string? childId)
    {
        var options = new TaskOptions(ThreeTimes);
        return context.CallSubOrchestratorAsync<string>(
            nameof(FlakyChild), new FlakyWork(context.InstanceId, 2), childId is null ? options : options.WithInstanceId(childId));
    }

    [Function(nameof(FlakyChild))]
    public static Task<string> FlakyChild([OrchestrationTrigger] TaskOrchestrationContext context, FlakyWork work) =>
        context.CallActivityAsync<string>(nameof(Activities.Flaky), work);
}
