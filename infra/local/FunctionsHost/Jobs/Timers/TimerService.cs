namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>Runs an app's timer functions, each on its own schedule; they are handed the JSON text that the worker expects.</summary>
internal sealed class TimerService(
    IReadOnlyList<TimerTrigger> triggers, Func<FunctionEntry, string, CancellationToken, Task> run, string stateFolder, TimeProvider time,
    ILogger log) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Starts the schedules: runs what is past due or runs on startup, and what will be due.</summary>
    public void Start()
    {
        var store = new TimerStatusStore(stateFolder, log);
        _running = Task.WhenAll(triggers.Select(trigger =>
            new TimerListener(trigger, run, store, time, log).RunAsync(_stopping.Token, _aborting.Token)));
    }

    /// <summary>Ends the schedules, and waits for runs; those that are given up are told to end, and past due at the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _aborting.CancelAsync();
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _aborting.Dispose();
    }
}
