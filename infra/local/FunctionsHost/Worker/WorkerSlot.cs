namespace LocalFunctionsHost.Worker;

/// <summary>The place of the one worker: filled, empty, or empty with a reason.</summary>
internal sealed class WorkerSlot
{
    private readonly Lock _gate = new();
    private TaskCompletionSource<WorkerConnection> _filled = NewSource<WorkerConnection>();
    private TaskCompletionSource _failed = NewSource();

    /// <summary>The worker, if there is one just now.</summary>
    public WorkerConnection? Current { get; private set; }

    /// <summary>Why there is none, if the last attempt to start one failed.</summary>
    public string? Problem { get; private set; }

    /// <summary>A worker is there.</summary>
    public void Fill(WorkerConnection connection)
    {
        lock (_gate)
        {
            Current = connection;
            Problem = null;
            _failed = NewSource();
            _filled.TrySetResult(connection);
        }
    }

    /// <summary>The worker is gone; another one is started.</summary>
    public void Empty()
    {
        lock (_gate)
        {
            Current = null;
            _filled = NewSource<WorkerConnection>();
        }
    }

    /// <summary>A worker could not start.</summary>
    public void Fail(string problem)
    {
        lock (_gate)
        {
            Problem = problem;
            _failed.TrySetResult();
        }
    }

    /// <summary>The worker; if there is none, the next one.</summary>
    public Task<WorkerConnection> ReadyAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _filled.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The worker; if there is none, the one that is being started.</summary>
    /// <exception cref="WorkerUnavailableException">The last attempt failed, or this one does.</exception>
    public async Task<WorkerConnection> ReadyOrFailAsync(CancellationToken cancellationToken)
    {
        Task<WorkerConnection> filled;
        Task failed;
        lock (_gate)
        {
            (filled, failed) = (_filled.Task, _failed.Task);
        }

        await Task.WhenAny(filled, failed).WaitAsync(cancellationToken);
        return filled.IsCompletedSuccessfully ? await filled : throw new WorkerUnavailableException(Problem ?? "the next one is being started");
    }

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
