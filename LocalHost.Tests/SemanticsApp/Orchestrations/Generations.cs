using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace SemanticsApp.Orchestrations;

/// <summary>Orchestrations that continue as new.</summary>
public static class Generations
{
    /// <summary>An activity a generation, until none is left.</summary>
    [Function(nameof(CountsDown))]
    public static async Task<string> CountsDown([OrchestrationTrigger] TaskOrchestrationContext context, int left)
    {
        await context.CallActivityAsync<string>(nameof(Activities.Echo), $"{left}");
        if (left > 0)
        {
            context.ContinueAsNew(left - 1);
            return "not the end";
        }

        return "the end";
    }

    /// <summary>Waits for Open, continues as new with or without the events that nobody took, and then waits for Go.</summary>
    [Function(nameof(CarriesEvents))]
    public static async Task<string> CarriesEvents([OrchestrationTrigger] TaskOrchestrationContext context, CarriedEvents carried)
    {
        if (carried.Generation == 0)
        {
            context.SetCustomStatus("closed");
            await context.WaitForExternalEvent<string>("Open");
            context.ContinueAsNew(carried with { Generation = 1 }, carried.Keep);
            return "not the end";
        }

        context.SetCustomStatus("open");
        var taken = "";
        while (!taken.EndsWith('.'))
        {
            taken += await context.WaitForExternalEvent<string>("Go");
        }

        return taken;
    }

    /// <summary>Takes one event a generation.</summary>
    [Function(nameof(TakesOneEach))]
    public static async Task<string> TakesOneEach([OrchestrationTrigger] TaskOrchestrationContext context, string? taken)
    {
        context.SetCustomStatus(taken ?? "");
        var all = taken + await context.WaitForExternalEvent<string>("Go");
        if (all.Length == 5)
        {
            return all;
        }

        context.ContinueAsNew(all);
        return "not the end";
    }

    /// <summary>Leaves an activity, a timer and a child behind in its first generation.</summary>
    [Function(nameof(LeavesWorkBehind))]
    public static async Task<string> LeavesWorkBehind([OrchestrationTrigger] TaskOrchestrationContext context, int generation)
    {
        if (generation == 0)
        {
            var activity = context.CallActivityAsync<string>(nameof(Activities.Slow), 300);
            var timer = context.CreateTimer(TimeSpan.FromSeconds(0.5), CancellationToken.None);
            var child = context.CallSubOrchestratorAsync<string>(nameof(TimerWaits.ShortTimer), 300);
            await context.CallActivityAsync<string>(nameof(Activities.Echo), "first");
            context.ContinueAsNew(1);
            return $"not the end {activity.IsCompleted} {timer.IsCompleted} {child.IsCompleted}";
        }

        context.SetCustomStatus("second");
        await context.CreateTimer(TimeSpan.FromSeconds(1.5), CancellationToken.None);
        return await context.CallActivityAsync<string>(nameof(Activities.Echo), "second");
    }

    /// <summary>Sets a custom status in its first generation only.</summary>
    [Function(nameof(StatusOnce))]
    public static async Task<string> StatusOnce([OrchestrationTrigger] TaskOrchestrationContext context, int generation)
    {
        if (generation == 0)
        {
            context.SetCustomStatus("of the first");
            await context.CallActivityAsync<string>(nameof(Activities.Echo), "first");
            context.ContinueAsNew(1);
            return "not the end";
        }

        return await context.CallActivityAsync<string>(nameof(Activities.Echo), "second");
    }

    /// <summary>Fails in its second generation.</summary>
    [Function(nameof(FailsLater))]
    public static Task<string> FailsLater([OrchestrationTrigger] TaskOrchestrationContext context, int generation)
    {
        if (generation == 0)
        {
            context.ContinueAsNew(1);
            return Task.FromResult("not the end");
        }

        throw new InvalidOperationException($"generation {generation} failed");
    }

    /// <summary>Continues as new in another version.</summary>
    [Function(nameof(NextVersion))]
    public static Task<string> NextVersion([OrchestrationTrigger] TaskOrchestrationContext context, string? seen)
    {
        var all = $"{seen} {context.Version}".Trim();
        if (seen is null)
        {
            context.ContinueAsNew(new ContinueAsNewOptions { NewInput = all, NewVersion = "2.0" });
        }

        return Task.FromResult(all);
    }
}
