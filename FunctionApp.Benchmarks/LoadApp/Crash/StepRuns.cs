using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LoadApp.Crash;

/// <summary>Runs of activities and timers; each returns the names of its steps in order.</summary>
public static class StepRuns
{
    private const int RowLength = 6;
    private const int FanWidth = 8;
    private const int Generations = 5;
    private static readonly string[] Children = ["a", "b"];

    /// <summary>Steps one after another.</summary>
    /// <param name="context">The run.</param>
    /// <returns>The steps.</returns>
    [Function(nameof(Row))]
    public static async Task<string> Row([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var done = new List<string>();
        for (var i = 0; i < RowLength; i++)
        {
            done.Add(await context.StepAsync($"s{i}"));
        }

        return string.Join(' ', done);
    }

    /// <summary>Steps side by side, and one that needs them all.</summary>
    /// <param name="context">The run.</param>
    /// <returns>The steps.</returns>
    [Function(nameof(Fan))]
    public static async Task<string> Fan([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var done = await Task.WhenAll(Enumerable.Range(0, FanWidth).Select(i => context.StepAsync($"f{i}", milliseconds: 20)));
        return string.Join(' ', [.. done, await context.StepAsync("after")]);
    }

    /// <summary>Timers that fire, and one that is cancelled.</summary>
    /// <param name="context">The run.</param>
    /// <returns>The steps.</returns>
    [Function(nameof(Nap))]
    public static async Task<string> Nap([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CreateTimer(TimeSpan.FromMilliseconds(200), CancellationToken.None);
        var first = await context.StepAsync("s0");
        using var given = new CancellationTokenSource();
        var soon = context.CreateTimer(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        var late = context.CreateTimer(TimeSpan.FromHours(1), given.Token);
        var winner = await Task.WhenAny(soon, late);
#pragma warning disable CA1849, MA0042 // an orchestration awaits nothing but its context's tasks
        given.Cancel();
#pragma warning restore CA1849, MA0042
        return $"{first} {(winner == soon ? "soon" : "late")} {await context.StepAsync("s1")}";
    }

    /// <summary>A run that begins anew, and carries on what it had.</summary>
    /// <param name="context">The run; its input is what it had.</param>
    /// <returns>The steps.</returns>
    [Function(nameof(Again))]
    public static async Task<string> Again([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var done = context.GetInput<string[]>() ?? [];
        done = [.. done, await context.StepAsync($"g{done.Length}")];
        if (done.Length < Generations)
        {
            context.ContinueAsNew(done);
        }

        return string.Join(' ', done);
    }

    /// <summary>Steps that fail before they succeed.</summary>
    /// <param name="context">The run.</param>
    /// <returns>The steps.</returns>
    [Function(nameof(Flaky))]
    public static async Task<string> Flaky([OrchestrationTrigger] TaskOrchestrationContext context) =>
        $"{await context.StepAsync("s0", failsFirst: true)} {await context.StepAsync("s1", failsFirst: true)}";

    /// <summary>Two runs of its own, side by side, then a step.</summary>
    /// <param name="context">The run.</param>
    /// <returns>The steps.</returns>
    [Function(nameof(Parent))]
    public static async Task<string> Parent([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var children = Children.Select(name =>
            context.CallSubOrchestratorAsync<string>(
                nameof(Child), options: new SubOrchestrationOptions { InstanceId = $"{context.InstanceId}-{name}" }));
        return string.Join(' ', [.. await Task.WhenAll(children), await context.StepAsync("after")]);
    }

    /// <summary>Part of another run.</summary>
    /// <param name="context">The run.</param>
    /// <returns>The steps.</returns>
    [Function(nameof(Child))]
    public static async Task<string> Child([OrchestrationTrigger] TaskOrchestrationContext context) =>
        $"{await context.StepAsync("s0")} {await context.StepAsync("s1")}";
}
