using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LoadApp.Engine;

/// <summary>Orchestrations that do nothing but use the engine.</summary>
public static class EngineFunctions
{
    /// <summary>Notes when it ran.</summary>
    /// <param name="step">Which step of its orchestration it is.</param>
    [Function(nameof(Nothing))]
    public static void Nothing([ActivityTrigger] int step) => StepTimes.Note(step);

    /// <summary>Calls activities one after another.</summary>
    /// <param name="context">The run; its input is how many.</param>
    /// <returns>How many.</returns>
    [Function(nameof(Sequence))]
    public static async Task<int> Sequence([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var count = context.GetInput<int>();
        for (var i = 0; i < count; i++)
        {
            await context.CallActivityAsync(nameof(Nothing), i);
        }

        return count;
    }

    /// <summary>Calls activities all at once.</summary>
    /// <param name="context">The run; its input is how many.</param>
    /// <returns>How many.</returns>
    [Function(nameof(FanOut))]
    public static async Task<int> FanOut([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var count = context.GetInput<int>();
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => context.CallActivityAsync(nameof(Nothing), i)));
        return count;
    }

    /// <summary>Sleeps.</summary>
    /// <param name="context">The run; its input is until when, UTC.</param>
    [Function(nameof(Sleep))]
    public static async Task Sleep([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var asleep = context.CreateTimer(context.GetInput<DateTime>(), CancellationToken.None);
        if (!context.IsReplaying)
        {
            Sleepers.FallAsleep();
        }

        await asleep;
        Sleepers.WakeUp();
    }
}
