namespace LocalFunctionsHost.Worker;

/// <summary>Keeps one worker running: starts it, replaces it when it ends, and gives up when it cannot start.</summary>
internal sealed partial class WorkerSupervisor(
    Func<WorkerStart, IWorkerHandle> launch, FunctionRpcService service, Func<string, WorkerStart> start,
    IReadOnlyList<FunctionEntry> functions, ILoggerFactory loggers) : IAsyncDisposable
{
    /// <summary>After so many starts in a row that failed, the host gives up.</summary>
    public const int MaxFailedStarts = 3;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan TerminateTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ComplaintTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailedStart = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(60);

    private readonly ILogger _log = loggers.CreateLogger("Worker");
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<string> _gaveUp = NewSource<string>();
    private volatile TaskCompletionSource<WorkerConnection> _ready = NewSource<WorkerConnection>();
    private volatile TaskCompletionSource _failed = NewSource();
    private volatile WorkerConnection? _current;
    private volatile IWorkerHandle? _worker;
    private Task _running = Task.CompletedTask;

    /// <summary>Ends when no worker could be started, with the reason.</summary>
    public Task<string> GaveUp => _gaveUp.Task;
    /// <summary>Why there is no worker, if the last attempt to start one failed.</summary>
    public string? Problem { get; private set; }

    /// <summary>Starts the first worker, and goes on.</summary>
    /// <exception cref="HostStartException">There is nothing that could be started.</exception>
    public void Start()
    {
        var first = Launch();
        _running = Task.Run(() => RunAsync(first));
    }

    /// <summary>The worker; if there is none just now, the next one.</summary>
    public Task<WorkerConnection> ReadyAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(cancellationToken);

    /// <summary>The worker; if there is none, the one that is being started.</summary>
    /// <exception cref="WorkerUnavailableException">The last attempt failed, or this one does.</exception>
    public async Task<WorkerConnection> ReadyOrFailAsync(CancellationToken cancellationToken)
    {
        var (ready, failed) = (_ready.Task, _failed.Task);
        await Task.WhenAny(ready, failed).WaitAsync(cancellationToken);
        return ready.IsCompletedSuccessfully
            ? await ready
            : throw new WorkerUnavailableException(Problem ?? "the next one is being started");
    }

    /// <summary>Ends the worker at once; the next one is started.</summary>
    public void Replace() => _worker?.Kill();

    public void CancelRequests() => _current?.Invocations.CancelRequests();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_current is { } connection && _worker is { } worker)
        {
            connection.Terminate(TerminateTimeout);
            await Task.WhenAny(worker.Ended, Task.Delay(TerminateTimeout));
        }

        // Who runs it disposes of it, also of one that is being launched just now.
        _worker?.Kill();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync((WorkerConnection, IWorkerHandle)? launched)
    {
        var (failures, pause) = (0, TimeSpan.Zero);
        do
        {
            var since = Stopwatch.GetTimestamp();
            launched ??= TryLaunch();
            var problem = launched is var (connection, worker) ? await ServeAsync(connection, worker) : Problem;
            launched = null;
            failures = problem is null ? 0 : failures + 1;
            if (failures == MaxFailedStarts)
            {
                _gaveUp.TrySetResult(problem!);
                return;
            }

            if (problem is null)
            {
                // Hardly a pause, unless workers die one after the other.
                var longer = Stopwatch.GetElapsedTime(since) > Recovered ? FirstPause : FirstPause + (pause * 3);
                pause = longer < LongestPause ? longer : LongestPause;
            }

            await Task.Delay(problem is null ? pause : PauseAfterFailedStart, _stop.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (!_stop.IsCancellationRequested);
    }

    // One worker's life. A text is why it could not start.
    private async Task<string?> ServeAsync(WorkerConnection connection, IWorkerHandle worker)
    {
        await using var owned = worker;
        LogStarted(worker.Name);
        var first = await Task.WhenAny(connection.Ready, worker.Ended, Task.Delay(StartTimeout, _stop.Token));
        if (first != connection.Ready || !connection.Ready.IsCompletedSuccessfully)
        {
            var problem = await WhyAsync(connection, worker);
            connection.End(problem);
            if (!_stop.IsCancellationRequested)
            {
                LogCannotStart(worker.Name, problem);
                Fail(problem);
            }

            return problem;
        }

        (_current, Problem, _failed) = (connection, null, NewSource());
        _ready.TrySetResult(connection);
        await Task.WhenAny(worker.Ended, connection.Closed);
        (_current, _ready) = (null, NewSource<WorkerConnection>());
        var how = await EndAsync(worker);
        connection.End(how);
        if (!_stop.IsCancellationRequested)
        {
            LogEnded(worker.Name, how);
        }

        return null;
    }

    private static async Task<string> WhyAsync(WorkerConnection connection, IWorkerHandle worker) =>
        worker.Ended.IsCompleted ? await WhyEndedAsync(worker)
        : connection.Ready.Exception is { } exception ? exception.GetBaseException().Message
        : $"it did not call the host within {StartTimeout.TotalSeconds:F0} s";

    // A process that the worker started may keep its stderr open.
    private static async Task<string> WhyEndedAsync(IWorkerHandle worker)
    {
        await Task.WhenAny(worker.Complaint, Task.Delay(ComplaintTimeout));
        var complaint = worker.Complaint.IsCompleted ? await worker.Complaint : null;
        return complaint is null ? await worker.Ended : $"{await worker.Ended}: {complaint.TrimEnd('.')}";
    }

    private void Fail(string problem)
    {
        Problem = problem;
        _failed.TrySetResult();
    }

    // Who can be told nothing more has died, or is of no use.
    private async Task<string> EndAsync(IWorkerHandle worker)
    {
        await Task.WhenAny(worker.Ended, Task.Delay(TerminateTimeout, _stop.Token));
        if (!worker.Ended.IsCompleted && !_stop.IsCancellationRequested)
        {
            worker.Kill();
        }

        return await worker.Ended;
    }

    // What cannot even be launched is a failed start too: who waits must be told, and the disk may have room again a moment later.
    private (WorkerConnection, IWorkerHandle)? TryLaunch()
    {
        try
        {
            return Launch();
        }
        catch (Exception e)
        {
            LogCannotLaunch(e.Message);
            Fail(e.Message);
            return null;
        }
    }

    private (WorkerConnection, IWorkerHandle) Launch()
    {
        var told = start(Guid.NewGuid().ToString());
        var connection = new WorkerConnection(told, functions, loggers);
        service.Expect(connection);
        _worker = launch(told);
        connection.HttpUri = _worker.HttpUri;
        return (connection, _worker);
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(7111, LogLevel.Debug, "Started the worker, {Worker}.")]
    private partial void LogStarted(string worker);

    [LoggerMessage(7112, LogLevel.Warning, "The worker, {Worker}, ended: {How}. Another one is started.")]
    private partial void LogEnded(string worker, string how);

    [LoggerMessage(7113, LogLevel.Error, "The worker, {Worker}, could not start: {Problem}.")]
    private partial void LogCannotStart(string worker, string problem);

    [LoggerMessage(7114, LogLevel.Error, "No worker could be launched: {Problem}")]
    private partial void LogCannotLaunch(string problem);
}
