namespace Microsoft.DurableTask;

/// <summary>Decides after a failure whether the task is tried again; it may wait on durable timers and activities first.</summary>
/// <param name="retryContext">What failed, how often, and for how long it has been tried.</param>
/// <returns>True tries again; false lets the failure through.</returns>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
