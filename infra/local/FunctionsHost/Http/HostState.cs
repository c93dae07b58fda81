namespace LocalFunctionsHost.Http;

/// <summary>Whether the host can serve: it starts, runs or stops.</summary>
internal sealed class HostState(WorkerSupervisor workers, SqliteStorageHealth storage)
{
    private const string IsStopping = "The host is stopping.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _stopping;

    /// <summary>In the words of the Functions host's status.</summary>
    public string Name =>
        (workers.Problem ?? storage.Failure?.Message) is not null ? "Error"
        : _started.Task.IsCompletedSuccessfully ? "Running"
        : "Starting";

    /// <summary>Ends some time after the host began to stop: who only waits is waited for no longer.</summary>
    public Task WaitsAreOver => _stopped.Task;

    public void Started() => _started.TrySetResult();

    /// <summary>The host stops: nothing new is begun.</summary>
    public void Stop()
    {
        _stopping = true;
        _ = Task.Delay(Patience).ContinueWith(_ => _stopped.TrySetResult(), TaskScheduler.Default);
    }

    /// <summary>Lets a request wait until the host runs; answers it with 503 if that is not to be expected.</summary>
    public async Task GateAsync(HttpContext http, RequestDelegate next)
    {
        string? problem;
        try
        {
            problem = await WhyNotAsync(http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await (problem is null ? next(http) : Problems.UnavailableAsync(http, problem));
    }

    private async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        if (_stopping)
        {
            return IsStopping;
        }

        try
        {
            // A host that stops starts no other worker: who still waits for one then would wait until it is cut off.
            var ready = ReadyAsync(cancellationToken);
            if (await Task.WhenAny(ready, WaitsAreOver) != ready)
            {
                return IsStopping;
            }

            await ready;
            return storage.Failure?.Message;
        }
        catch (WorkerUnavailableException e)
        {
            return e.Message;
        }
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        await workers.ReadyOrFailAsync(cancellationToken);
        await _started.Task.WaitAsync(cancellationToken);
    }
}
