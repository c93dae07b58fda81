namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>Runs a timer function when it is due; never twice at a time.</summary>
internal sealed partial class TimerListener(
    TimerTrigger trigger, Func<FunctionEntry, string, CancellationToken, Task> run, TimerStatusStore store, TimeProvider time, ILogger log)
{
    // Longer delays than a timer can take are slept in parts; a part also bounds what a change of the machine's clock can do.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly string _name = trigger.Function.Name;
    private TimerStatus _status = new(default, default, default);

    /// <summary>Runs until no more runs are to start; the second token tells a run to end.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        try
        {
            var now = time.GetUtcNow();
            if (Resume(now))
            {
                LogWasDue(_name, _status.Next);
                await FireAsync(isPastDue: true, now, aborting);
            }
            else if (trigger.RunOnStartup)
            {
                await FireAsync(isPastDue: false, now, aborting);
            }

            while (true)
            {
                await SleepUntilAsync(_status.Next, stopping);

                // Woken a little early, it has run on time all the same, or the same time would be due again.
                now = time.GetUtcNow();
                await FireAsync(isPastDue: false, now > _status.Next ? now : _status.Next, aborting);
            }
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // Told to stop while waiting; or cut off in a run, which does not count as one: it is past due at the next start.
        }
    }

    // Takes up what was kept, and tells whether a run was missed meanwhile.
    private bool Resume(DateTimeOffset now)
    {
        _status = new TimerStatus(default, trigger.Schedule.Next(now), default);
        if (!trigger.UseMonitor)
        {
            return false;
        }

        if (store.Read(_name) is not { } kept)
        {
            store.Write(_name, _status with { LastUpdated = now });
            return false;
        }

        var basis = kept.Last != default ? kept.Last : kept.LastUpdated;
        var expected = trigger.Schedule.Next(basis);
        if (kept.Next != expected)
        {
            // The schedule is another one now: nothing that the old one never had is made up for.
            (basis, expected) = now > expected ? (now, trigger.Schedule.Next(now)) : (basis, expected);
            kept = new TimerStatus(default, expected, basis);
            store.Write(_name, kept);
        }

        _status = kept;
        return now > kept.Next;
    }

    private async Task SleepUntilAsync(DateTimeOffset due, CancellationToken stopping)
    {
        while (due - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left < LongestSleep ? left : LongestSleep, time, stopping);
        }

        stopping.ThrowIfCancellationRequested();
    }

    private async Task FireAsync(bool isPastDue, DateTimeOffset started, CancellationToken aborting)
    {
        var payload = JsonSerializer.Serialize(new
        {
            Schedule = new { AdjustForDST = trigger.Schedule.AdjustForDst },
            ScheduleStatus = trigger.UseMonitor ? _status.In(trigger.Zone) : null,
            IsPastDue = isPastDue,
        });
        try
        {
            await run(trigger.Function, payload, aborting);
        }
#pragma warning disable CA1031 // A run that fails does not end the schedule.
        catch (Exception e) when (!aborting.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(_name, e.GetType());
        }

        // What fell due during a long run is made up for by one run right after it.
        _status = new TimerStatus(started, trigger.Schedule.Next(started), started);
        if (trigger.UseMonitor)
        {
            store.Write(_name, _status);
        }
    }

    [LoggerMessage(9121, LogLevel.Information, "Function {Function} was due at {Due:u}; it runs now.")]
    private partial void LogWasDue(string function, DateTimeOffset due);

    [LoggerMessage(9122, LogLevel.Debug, "The timer's run of function {Function} failed with {Error}; its schedule goes on.")]
    private partial void LogFailed(string function, Type error);
}
