using LocalFunctionsHost.Functions;

namespace LocalFunctionsHost.Worker;

/// <summary>Keeps one worker running: starts it, replaces it when it ends, and gives up when it cannot start.</summary>
internal sealed partial class WorkerSupervisor(
    IWorkerLauncher launcher, WorkerDoor door, Func<string, WorkerStart> start, IReadOnlyList<FunctionEntry> functions, ILoggerFactory loggers)
    : IAsyncDisposable
{
    /// <summary>After so many starts in a row that failed, the host gives up.</summary>
    public const int MaxFailedStarts = 3;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan TerminateTimeout = TimeSpan.FromSeconds(3);

    private readonly ILogger _log = loggers.CreateLogger("Worker");
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<string> _gaveUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WorkerSlot _slot = new();
    private IWorkerHandle? _worker;
    private Task _running = Task.CompletedTask;

    /// <summary>Ends when no worker could be started, with the reason.</summary>
    public Task<string> GaveUp => _gaveUp.Task;

    /// <summary>Why there is no worker, if the last attempt to start one failed.</summary>
    public string? Problem => _slot.Problem;

    /// <summary>Starts the first worker, and goes on.</summary>
    /// <exception cref="HostStartException">There is nothing that could be started.</exception>
    public void Start()
    {
        var (connection, worker) = Launch();
        _running = Task.Run(() => RunAsync(connection, worker));
    }

    /// <summary>The worker; if there is none just now, the next one.</summary>
    public Task<WorkerConnection> ReadyAsync(CancellationToken cancellationToken) => _slot.ReadyAsync(cancellationToken);

    /// <summary>The worker, as long as the attempts to start one do not fail.</summary>
    /// <exception cref="WorkerUnavailableException">The last attempt failed.</exception>
    public Task<WorkerConnection> ReadyOrFailAsync(CancellationToken cancellationToken) => _slot.ReadyOrFailAsync(cancellationToken);

    /// <summary>Where a worker takes requests.</summary>
    public Uri? HttpUri(WorkerConnection connection) => _worker?.HttpUri ?? connection.HttpUri;

    /// <summary>Ends the worker at once; the next one is started.</summary>
    public void Replace() => _worker?.Kill();

    /// <summary>Tells the functions that requests started to end.</summary>
    public void CancelRequests() => _slot.Current?.CancelRequests();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_slot.Current is { } connection && _worker is { } worker)
        {
            connection.Terminate(TerminateTimeout);
            await Task.WhenAny(worker.Ended, Task.Delay(TerminateTimeout));
        }

        // Who runs it disposes of it, also of one that is being launched just now.
        _worker?.Kill();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync(WorkerConnection connection, IWorkerHandle worker)
    {
        var pause = new RestartPause();
        var failed = 0;
        var problem = await ServeAsync(connection, worker);
        while (!_stop.IsCancellationRequested)
        {
            failed = problem is null ? 0 : failed + 1;
            if (failed == MaxFailedStarts)
            {
                _gaveUp.TrySetResult(problem!);
                return;
            }

            await Task.Delay(problem is null ? pause.AfterDeath() : RestartPause.AfterFailedStart, _stop.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_stop.IsCancellationRequested)
            {
                problem = await ServeNextAsync();
            }
        }
    }

    // What cannot even be launched is a failed start too: who waits must be told, and the disk may have room again a moment later.
    private async Task<string?> ServeNextAsync()
    {
        WorkerConnection connection;
        IWorkerHandle worker;
        try
        {
            (connection, worker) = Launch();
        }
        catch (Exception e)
        {
            _slot.Fail(e.Message);
            LogCannotLaunch(e.Message);
            return e.Message;
        }

        return await ServeAsync(connection, worker);
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
                _slot.Fail(problem);
                LogCannotStart(worker.Name, problem);
            }

            return problem;
        }

        _slot.Fill(connection);
        await Task.WhenAny(worker.Ended, connection.Closed);
        _slot.Empty();
        var how = await EndAsync(worker);
        connection.End(how);
        if (!_stop.IsCancellationRequested)
        {
            LogEnded(worker.Name, how);
        }

        return null;
    }

    private static async Task<string> WhyAsync(WorkerConnection connection, IWorkerHandle worker) =>
        worker.Ended.IsCompleted ? await worker.Ended
        : connection.Ready.Exception is { } exception ? exception.GetBaseException().Message
        : $"it did not call the host within {StartTimeout.TotalSeconds:F0} s";

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

    private (WorkerConnection Connection, IWorkerHandle Worker) Launch()
    {
        var told = start(Guid.NewGuid().ToString());
        var connection = new WorkerConnection(told.WorkerId, told.AppFolder, functions, loggers);
        door.Expect(connection);
        _worker = launcher.Launch(told);
        return (connection, _worker);
    }

    [LoggerMessage(7111, LogLevel.Debug, "Started the worker, {Worker}.")]
    private partial void LogStarted(string worker);

    [LoggerMessage(7112, LogLevel.Warning, "The worker, {Worker}, ended: {How}. Another one is started.")]
    private partial void LogEnded(string worker, string how);

    [LoggerMessage(7113, LogLevel.Error, "The worker, {Worker}, could not start: {Problem}.")]
    private partial void LogCannotStart(string worker, string problem);

    [LoggerMessage(7114, LogLevel.Error, "No worker could be launched: {Problem}")]
    private partial void LogCannotLaunch(string problem);
}
