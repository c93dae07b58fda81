using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace SemanticsApp.Orchestrations;

/// <summary>Orchestrations of much data.</summary>
public static class Payloads
{
    /// <summary>Returns what it was given, through an activity.</summary>
    [Function(nameof(Returns))]
    public static Task<string> Returns([OrchestrationTrigger] TaskOrchestrationContext context, string? text) =>
        context.CallActivityAsync<string>(nameof(Activities.Echo), text ?? "null");

    /// <summary>Many activities with long results, side by side.</summary>
    [Function(nameof(ManyLong))]
    public static async Task<int> ManyLong([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        var texts = await Task.WhenAll(Enumerable.Range(0, count).Select(_ =>
            context.CallActivityAsync<string>(nameof(Activities.Fill), 50_000)));
        return texts.Sum(text => text.Length);
    }

    /// <summary>Sets a custom status of a length.</summary>
    [Function(nameof(LongStatus))]
    public static async Task<string> LongStatus([OrchestrationTrigger] TaskOrchestrationContext context, int length)
    {
        context.SetCustomStatus(new string('x', length));
        return await context.CallActivityAsync<string>(nameof(Activities.Echo), "set");
    }

    /// <summary>Numbers, side by side, in the order that they were asked for.</summary>
    [Function(nameof(FanOut))]
    public static async Task<string> FanOut([OrchestrationTrigger] TaskOrchestrationContext context, int count) =>
        string.Join(' ', await Task.WhenAll(Enumerable.Range(0, count).Select(i =>
            context.CallActivityAsync<string>(nameof(Activities.Echo), $"{i}"))));

    [Function(nameof(SlowWork))]
    public static async Task<string> SlowWork([OrchestrationTrigger] TaskOrchestrationContext context, int milliseconds)
    {
        context.SetCustomStatus("working");
        return await context.CallActivityAsync<string>(nameof(Activities.Slow), milliseconds);
    }
}
