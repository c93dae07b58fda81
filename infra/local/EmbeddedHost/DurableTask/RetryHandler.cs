namespace Microsoft.DurableTask;

/// <summary>Decides after a failure whether the task is tried again.</summary>
/// <param name="retryContext">What failed, how often, and for how long it has been tried.</param>
/// <returns>True tries again at once; false lets the failure through.</returns>
public delegate bool RetryHandler(RetryContext retryContext);
