using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Queues;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Timers;

/// <summary>Runs a timer function when it is due; never twice at a time.</summary>
internal sealed class TimerListener(
    FunctionDescriptor function,
    TimerFunctionTrigger trigger,
    FunctionRunner runner,
    QueueWriter writer,
    TimerStatusStore store,
    TimeProvider time,
    ILogger logger)
{
    // Longer delays than a timer can take are slept in parts; a part also bounds what a change of the machine's clock can do.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private ScheduleStatus? _status;

    /// <summary>Runs until stopped.</summary>
    /// <param name="stopping">No more runs start.</param>
    /// <param name="aborting">A run is told to end.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        try
        {
            var next = await StartAsync(aborting);
            while (true)
            {
                await SleepUntilAsync(next, stopping);
                next = await FireAsync(next, isPastDue: false, aborting);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while waiting.
        }
    }

    private async Task<DateTimeOffset> StartAsync(CancellationToken aborting)
    {
        var now = time.GetUtcNow();
        var next = trigger.Schedule.Next(now);
        if (trigger.UseMonitor)
        {
            _status = store.Read(function.Name);

            // Reckoned anew from the last run: the schedule may have been changed since.
            var due = _status is null ? next : trigger.Schedule.Next(LastRun(_status));
            if (due < now)
            {
                logger.TimerWasDue(function.Name, due);
                return await FireAsync(due, isPastDue: true, aborting);
            }

            next = due;
            Keep(new ScheduleStatus { Last = _status?.Last ?? default, Next = next.UtcDateTime, LastUpdated = _status?.LastUpdated ?? now.UtcDateTime });
        }

        return trigger.RunOnStartup ? await FireAsync(now, isPastDue: false, aborting) : next;
    }

    private async Task SleepUntilAsync(DateTimeOffset due, CancellationToken stopping)
    {
        while (due - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left < LongestSleep ? left : LongestSleep, time, stopping);
        }

        stopping.ThrowIfCancellationRequested();
    }

    private async Task<DateTimeOffset> FireAsync(DateTimeOffset due, bool isPastDue, CancellationToken aborting)
    {
        var now = time.GetUtcNow();
        var started = due > now ? due : now;
        try
        {
            var result = await runner.RunAsync(function, new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = _status }, cancellationToken: aborting);
            await function.Outputs.WriteAsync(result, writer, aborting);
        }
#pragma warning disable CA1031 // A run that fails does not end the schedule.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.FunctionFailed(e, function.Name);
        }

        // What fell due during a long run is made up for by one run right after it.
        var next = trigger.Schedule.Next(started);
        if (trigger.UseMonitor)
        {
            Keep(new ScheduleStatus { Last = started.UtcDateTime, Next = next.UtcDateTime, LastUpdated = started.UtcDateTime });
        }

        return next;
    }

    private static DateTimeOffset LastRun(ScheduleStatus kept) =>
        new(DateTime.SpecifyKind(kept.Last == default ? kept.LastUpdated : kept.Last, DateTimeKind.Utc));

    private void Keep(ScheduleStatus now)
    {
        _status = now;
        try
        {
            store.Write(function.Name, now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk costs what was missed after a restart, and not the schedule.
            logger.ScheduleNotKept(e, function.Name);
        }
    }
}
