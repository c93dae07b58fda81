using Microsoft.Extensions.Options;

namespace LocalFunctionsHost;

/// <summary>A host that runs one isolated Functions app. Several can run in one process.</summary>
internal sealed partial class FunctionsHost(DisposalStack parts) : IAsyncDisposable
{
    // As long as the Functions host gives them.
    private static readonly TimeSpan RunningFunctionsTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CancelledFunctionsTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReturnedResultsTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReturnedResultsPoll = TimeSpan.FromMilliseconds(5);

    private readonly TaskCompletionSource<int> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _stopping;

    public required HostSettings Settings { get; init; }
    /// <summary>The app's functions, without those that are switched off.</summary>
    public required IReadOnlyList<FunctionEntry> Functions { get; init; }
    /// <summary>Whether what the host keeps can be written.</summary>
    public required SqliteStorageHealth Storage { get; init; }
    public required WorkerSupervisor Workers { get; init; }
    public required HostState State { get; init; }
    public required InvocationGate Gate { get; init; }
    /// <summary>Null where the host does not listen.</summary>
    public required PublicServer? Server { get; init; }
    public required IHost WebJobs { get; init; }
    public required IReadOnlyList<TimerTrigger> Timers { get; init; }
    public required TimerService TimerService { get; init; }
    /// <summary>The services of the WebJobs SDK and the extensions, the durable client among them.</summary>
    public IServiceProvider Jobs => WebJobs.Services;
    /// <summary>The first address in the form in which this machine can call it; null where the host does not listen.</summary>
    public Uri? Address => Server?.Address;
    /// <summary>Ends when the host has ended, whoever ended it, with the exit code of its process.</summary>
    public Task<int> Completion => _completion.Task;

    /// <summary>
    /// Starts the host; the task ends when the worker is ready. The port is open before: requests wait for the worker, and get 503 when it
    /// could not start.
    /// </summary>
    /// <exception cref="HostStartException">The host cannot start as it was asked to, or the worker cannot.</exception>
    public static async Task<FunctionsHost> StartAsync(HostSetup setup, CancellationToken cancellationToken)
    {
        var parts = new DisposalStack();
        try
        {
            var host = await new HostBuilding(setup, parts, cancellationToken).BuildAsync();
            var ready = host.Workers.ReadyAsync(cancellationToken);
            if (await Task.WhenAny(ready, host.Workers.GaveUp) != ready)
            {
                throw new HostStartException(CannotStart(await host.Workers.GaveUp));
            }

            await ready;
            host.State.Started();
            host.TimerService.Start();
            _ = host.WatchAsync(setup.Error);
            return host;
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>When a function of a schedule runs next; null where it has none.</summary>
    public DateTimeOffset? NextRun(FunctionEntry function, DateTimeOffset now) => Timers
        .Where(timer => timer.Function == function)
        .Select(timer => (DateTimeOffset?)TimeZoneInfo.ConvertTime(timer.Schedule.Next(now), timer.Zone))
        .FirstOrDefault();

    /// <summary>Refuses new requests, tells requests that are under way to end, lets what runs end, and stops.</summary>
    /// <param name="cancellationToken">Gives the waiting up: what still runs is cut off.</param>
    public Task StopAsync(CancellationToken cancellationToken) => StopAsync(exitCode: 0, cancellationToken);

    public async ValueTask DisposeAsync() => await StopAsync(new CancellationToken(canceled: true));

    private static string CannotStart(string problem) =>
        $"The app's worker could not be started {WorkerSupervisor.MaxFailedStarts} times in a row: {problem}";

    // What the host cannot go on after ends it: a process that lives and does nothing would be worse.
    private async Task WatchAsync(TextWriter error)
    {
        var lost = new TaskCompletionSource();
        await using var registration = Storage.Lost.Register(lost.SetResult);
        var first = await Task.WhenAny(Workers.GaveUp, lost.Task, Completion);
        if (first != Completion)
        {
            await error.WriteLineAsync(first == lost.Task ? Storage.Failure?.Message : CannotStart(await Workers.GaveUp));
            await StopAsync(exitCode: 1, new CancellationToken(canceled: true));
        }
    }

    private async Task StopAsync(int exitCode, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _stopping, 1) != 0)
        {
            await _completion.Task;
            return;
        }

        try
        {
            await DrainAsync(cancellationToken);
            await StopJobsAsync();
        }
        finally
        {
            // Whatever fails, the host ends: others wait for that.
            await parts.DisposeAsync();
            _completion.TrySetResult(exitCode);
        }
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        State.Stop();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(RunningFunctionsTime);
        var answered = Server?.StopAsync(deadline.Token) ?? Task.CompletedTask;
        var timers = TimerService.StopAsync(deadline.Token);
        Workers.CancelRequests();
        var ended = Gate.CloseAsync().WaitAsync(deadline.Token);
        await Task.WhenAll(answered, timers, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // What functions returned is on its way to storage. The extension could be told to wait for it, and would do so by whole seconds.
        for (var began = Stopwatch.GetTimestamp();
            Storage.WorkItems > Gate.HeldBack && Stopwatch.GetElapsedTime(began) < ReturnedResultsTime;)
        {
            await Task.Delay(ReturnedResultsPoll, CancellationToken.None);
        }
    }

    private async Task StopJobsAsync()
    {
        // What was held back is told here that the host stops, and goes back to where it came from.
        Jobs.GetRequiredService<IOptions<DurableTaskOptions>>().Value.UseGracefulShutdown = Settings.HasStorageAccount && Gate.HasJustEnded;
        using var patience = new CancellationTokenSource(CancelledFunctionsTime);
        try
        {
            await WebJobs.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // A function does not listen; its worker ends now.
        }
        catch (Exception e)
        {
            LogJobsNotStopped(parts.Log, e);
        }
    }

    [LoggerMessage(7001, LogLevel.Warning, "The functions could not be stopped in order; the host ends all the same.")]
    private static partial void LogJobsNotStopped(ILogger log, Exception e);
}
