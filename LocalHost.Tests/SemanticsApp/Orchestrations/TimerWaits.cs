using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace SemanticsApp.Orchestrations;

/// <summary>Orchestrations that wait for timers.</summary>
public static class TimerWaits
{
    /// <summary>A timer that is due at once and one whose time is over.</summary>
    [Function(nameof(PastTimers))]
    public static async Task<string> PastTimers([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
        await context.CreateTimer(context.CurrentUtcDateTime.AddHours(-1), CancellationToken.None);
        return "woken";
    }

    /// <summary>A timer that is cancelled when the work is done.</summary>
    [Function(nameof(CancelledTimer))]
    public static async Task<string> CancelledTimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var cancelled = new CancellationTokenSource();
        var timer = context.CreateTimer(TimeSpan.FromHours(1), cancelled.Token);
        var echo = await context.CallActivityAsync<string>(nameof(Activities.Echo), "done");
        cancelled.Cancel();
        return $"{echo}, timer {timer.Status}";
    }

    /// <summary>A timer of many days, or an event.</summary>
    [Function(nameof(LongTimer))]
    public static async Task<string> LongTimer([OrchestrationTrigger] TaskOrchestrationContext context, int days)
    {
        using var cancelled = new CancellationTokenSource();
        var timer = context.CreateTimer(TimeSpan.FromDays(days), cancelled.Token);
        var go = context.WaitForExternalEvent<string>("Go");
        context.SetCustomStatus("waiting");
        if (await Task.WhenAny(timer, go) == timer)
        {
            return "woken";
        }

        cancelled.Cancel();
        return await go;
    }

    /// <summary>The later of two timers is still running when the orchestration ends.</summary>
    [Function(nameof(TimerRace))]
    public static async Task<string> TimerRace([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var late = context.CreateTimer(TimeSpan.FromSeconds(1.5), CancellationToken.None);
        var early = context.CreateTimer(TimeSpan.FromSeconds(0.2), CancellationToken.None);
        return await Task.WhenAny(late, early) == early ? "early" : "late";
    }

    /// <summary>Many timers, the last set due first.</summary>
    [Function(nameof(ManyTimers))]
    public static async Task<string> ManyTimers([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        var now = context.CurrentUtcDateTime;
        await Task.WhenAll(Enumerable.Range(0, count).Select(i =>
            context.CreateTimer(now.AddMilliseconds(500 - (20 * i)), CancellationToken.None)));
        return context.CurrentUtcDateTime >= now.AddMilliseconds(500) ? "on time" : "too early";
    }

    /// <summary>A short wait.</summary>
    [Function(nameof(ShortTimer))]
    public static async Task<string> ShortTimer([OrchestrationTrigger] TaskOrchestrationContext context, int milliseconds)
    {
        context.SetCustomStatus("waiting");
        await context.CreateTimer(TimeSpan.FromMilliseconds(milliseconds), CancellationToken.None);
        return "woken";
    }

    /// <summary>Guids and times, read again after every replay.</summary>
    [Function(nameof(Deterministic))]
    public static async Task<string> Deterministic([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var made = $"{context.NewGuid()} {context.NewGuid()} {context.CurrentUtcDateTime.ToString("O", CultureInfo.InvariantCulture)}";
        var first = await context.CallActivityAsync<string>(nameof(Activities.Echo), made);
        await context.CreateTimer(TimeSpan.FromSeconds(3), CancellationToken.None);
        var second = await context.CallActivityAsync<string>(nameof(Activities.Echo), made);
        var guids = made.Split(' ');
        return $"same {first == second && second == made}, distinct {guids[0] != guids[1]}";
    }
}
