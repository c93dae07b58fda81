namespace LocalFunctionsHost.Worker;

/// <summary>A worker that runs in this process.</summary>
internal sealed class InProcessWorker : IWorkerHandle
{
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates the worker.</summary>
    /// <param name="running">Ends with the worker.</param>
    /// <param name="http">Where it takes requests.</param>
    public InProcessWorker(Task running, Uri http)
    {
        HttpUri = http;
        _ = running.ContinueWith(
            task => _ended.TrySetResult(task.Exception?.GetBaseException().ToString() ?? "it ended by itself"),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <inheritdoc />
    public string Name => "in this process";

    /// <inheritdoc />
    public Uri? HttpUri { get; }

    /// <inheritdoc />
    public Task<string> Ended => _ended.Task;

    /// <inheritdoc />
    public void Kill() => _ended.TrySetResult("it was given up");

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
