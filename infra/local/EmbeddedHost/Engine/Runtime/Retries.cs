using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>Tries an activity or a sub-orchestration again as its options say, waiting on durable timers.</summary>
internal sealed class Retries(TaskOrchestrationContext context, ILoggerFactory loggers)
{
    private readonly ILogger _log = new ReplaySafeLogger(context, loggers.CreateLogger<Retries>());

    public Task<T> RunAsync<T>(TaskRetryOptions? options, Func<Task<T>> call) => options switch
    {
        { Policy: { } policy } => ByPolicyAsync(policy, call),
        { Handler: { } handler } => ByHandlerAsync(handler, call),
        _ => call(),
    };

    private async Task<T> ByPolicyAsync<T>(RetryPolicy policy, Func<Task<T>> call)
    {
        var start = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException e) when (attempt < policy.MaxNumberOfAttempts && IsRetriable(e) && InTime(policy, start))
            {
                // Not in the filter, where an exception of the caller's own code would be swallowed.
                if (!policy.IsRetried(e.FailureDetails))
                {
                    throw;
                }

                _log.AttemptFailed(context.InstanceId, attempt, e.TaskName);
            }

            await context.CreateTimer(Pause(policy, attempt), CancellationToken.None);
        }
    }

    private async Task<T> ByHandlerAsync<T>(AsyncRetryHandler handler, Func<Task<T>> call)
    {
        var start = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException e) when (IsRetriable(e))
            {
                var retry = new RetryContext(context, attempt, e.FailureDetails, context.CurrentUtcDateTime - start, CancellationToken.None);
                if (!await handler(retry))
                {
                    throw;
                }
            }
        }
    }

    // What has no function will have none the next time either.
    private static bool IsRetriable(TaskFailedException e) => e.FailureDetails.ErrorType is not (Failures.NoActivity or Failures.NoOrchestrator);

    private static TimeSpan Pause(RetryPolicy policy, int attempt)
    {
        var ticks = policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue.Ticks : policy.MaxRetryInterval.Ticks;
        return ticks >= longest ? TimeSpan.FromTicks(longest) : TimeSpan.FromTicks((long)ticks);
    }

    private bool InTime(RetryPolicy policy, DateTime start) =>
        policy.RetryTimeout == Timeout.InfiniteTimeSpan || context.CurrentUtcDateTime - start < policy.RetryTimeout;
}
