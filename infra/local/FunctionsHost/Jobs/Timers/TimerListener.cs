using System.Text.Json;

namespace LocalFunctionsHost.Jobs.Timers;

/// <summary>Runs a timer function when it is due; never twice at a time.</summary>
internal sealed class TimerListener(TimerTrigger trigger, IFunctionCaller caller, TimerStatusStore store, TimeProvider time, ILogger logger)
{
    // Longer delays than a timer can take are slept in parts; a part also bounds what a change of the machine's clock can do.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly string _name = trigger.Function.Name;
    private TimerStatus _status = new(default, default, default);

    /// <summary>Runs until stopped.</summary>
    /// <param name="stopping">No more runs start.</param>
    /// <param name="aborting">A run is told to end.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        try
        {
            var now = time.GetUtcNow();
            if (Resume(now))
            {
                logger.TimerWasDue(_name, _status.Next);
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
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while waiting.
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

        if (Read() is not { } kept)
        {
            Keep(_status with { LastUpdated = now });
            return false;
        }

        var basis = kept.Last != default ? kept.Last : kept.LastUpdated;
        var expected = trigger.Schedule.Next(basis);
        if (kept.Next != expected)
        {
            // The schedule is another one now: nothing that the old one never had is made up for.
            (basis, expected) = now > expected ? (now, trigger.Schedule.Next(now)) : (basis, expected);
            kept = new TimerStatus(default, expected, basis);
            Keep(kept);
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
        try
        {
            await caller.CallAsync(trigger.Function, Payload(isPastDue), aborting);
        }
#pragma warning disable CA1031 // A run that fails does not end the schedule.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.TimerFailed(_name, e.GetType());
        }

        // What fell due during a long run is made up for by one run right after it.
        _status = new TimerStatus(started, trigger.Schedule.Next(started), started);
        if (trigger.UseMonitor)
        {
            Keep(_status);
        }
    }

    private string Payload(bool isPastDue) => JsonSerializer.Serialize(new
    {
        Schedule = new { AdjustForDST = trigger.Schedule.AdjustForDst },
        ScheduleStatus = trigger.UseMonitor ? _status.In(trigger.Zone) : null,
        IsPastDue = isPastDue,
    });

    private TimerStatus? Read()
    {
        try
        {
            return store.Read(_name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            logger.ScheduleNotRead(e, _name);
            return null;
        }
    }

    private void Keep(TimerStatus status)
    {
        try
        {
            store.Write(_name, status);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk costs what is missed before the next start, and not the schedule.
            logger.ScheduleNotKept(e, _name);
        }
    }
}
