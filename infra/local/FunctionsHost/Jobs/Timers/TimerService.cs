namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>Runs the timer functions of an app, each on its own schedule.</summary>
public sealed class TimerService : IHostedService, IDisposable
{
    private readonly IReadOnlyList<TimerListener> _listeners;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Creates it; nothing runs yet.</summary>
    /// <param name="triggers">The functions.</param>
    /// <param name="caller">Runs a function; it is handed the JSON text that the worker expects.</param>
    /// <param name="stateFolder">The folder of <c>timers.json</c>, which says where schedules stand.</param>
    /// <param name="time">The clock of the schedules.</param>
    /// <param name="logger">Takes event ids 9121, 9122, 9141 and 9143.</param>
    public TimerService(
        IEnumerable<TimerTrigger> triggers, IFunctionCaller caller, string stateFolder, TimeProvider time, ILogger<TimerService> logger)
    {
        var store = new TimerStatusStore(stateFolder);
        _listeners = [.. triggers.Select(trigger => new TimerListener(trigger, caller, store, time, logger))];
    }

    /// <summary>Starts the schedules: runs what is past due or runs on startup, and what will be due.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(_listeners.Select(listener => listener.RunAsync(_stopping.Token, _aborting.Token)));
        return Task.CompletedTask;
    }

    /// <summary>Ends the schedules, and waits for the runs that are under way.</summary>
    /// <param name="cancellationToken">Gives the waiting up: runs are told to end.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await using (cancellationToken.Register(_aborting.Cancel))
        {
#pragma warning disable VSTHRD003 // The listeners wait for nobody who waits for them.
            await _running;
#pragma warning restore VSTHRD003
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _aborting.Dispose();
    }
}
