namespace Microsoft.DurableTask;

/// <summary>What a retry handler judges by.</summary>
/// <param name="OrchestrationContext">The calling orchestration; the handler runs in it and must be deterministic.</param>
/// <param name="LastAttemptNumber">The number of attempts made, from 1.</param>
/// <param name="LastFailure">Why the last attempt failed.</param>
/// <param name="TotalRetryTime">The time since the first attempt, by the orchestration's clock.</param>
/// <param name="CancellationToken">Cancelled when the orchestration no longer cares.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);
