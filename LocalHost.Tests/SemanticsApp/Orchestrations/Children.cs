using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace SemanticsApp.Orchestrations;

/// <summary>Orchestrations that call others.</summary>
public static class Children
{
    /// <summary>Calls the orchestration that it is told of, and tells what came of it.</summary>
    [Function(nameof(Parent))]
    public static async Task<ParentResult> Parent([OrchestrationTrigger] TaskOrchestrationContext context, ChildCall call)
    {
        context.SetCustomStatus("calling");
        try
        {
            var options = call.InstanceId is null ? null : new SubOrchestrationOptions { InstanceId = call.InstanceId };
            return new(await context.CallSubOrchestratorAsync<string>(call.Name, call.Input, options), null);
        }
        catch (TaskFailedException failure)
        {
            return new(null, Caught.From(failure));
        }
    }

    /// <summary>Calls the orchestration that it is told of, and fails if it fails.</summary>
    [Function(nameof(PassingParent))]
    public static Task<string> PassingParent([OrchestrationTrigger] TaskOrchestrationContext context, ChildCall call) =>
        context.CallSubOrchestratorAsync<string>(
            call.Name, call.Input, call.InstanceId is null ? null : new SubOrchestrationOptions { InstanceId = call.InstanceId });

    /// <summary>Starts the orchestration that it is told of and returns without waiting for it.</summary>
    [Function(nameof(LeavingParent))]
    public static async Task<string> LeavingParent([OrchestrationTrigger] TaskOrchestrationContext context, ChildCall call)
    {
        var child = context.CallSubOrchestratorAsync<string>(
            call.Name, call.Input, new SubOrchestrationOptions { InstanceId = call.InstanceId });
        return await context.CallActivityAsync<string>(nameof(Activities.Echo), child.IsCompleted ? "waited" : "left");
    }

    /// <summary>A parent of a parent of one that waits, each under an id of its own.</summary>
    [Function(nameof(Grandparent))]
    public static Task<ParentResult> Grandparent([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus("calling");
        var grandchild = new ChildCall(nameof(EventWaits.GateThenGo), null, context.InstanceId + "-grandchild");
        return context.CallSubOrchestratorAsync<ParentResult>(
            nameof(Parent), grandchild, new SubOrchestrationOptions { InstanceId = context.InstanceId + "-child" });
    }

    /// <summary>Many children side by side.</summary>
    [Function(nameof(ManyChildren))]
    public static async Task<int> ManyChildren([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        var calls = Enumerable.Range(0, count).Select(i => context.CallSubOrchestratorAsync<int>(nameof(Doubles), i));
        return (await Task.WhenAll(calls)).Sum();
    }

    [Function(nameof(Doubles))]
    public static async Task<int> Doubles([OrchestrationTrigger] TaskOrchestrationContext context, int number) =>
        2 * int.Parse(
            await context.CallActivityAsync<string>(nameof(Activities.Echo), $"{number}"), CultureInfo.InvariantCulture);

    [Function(nameof(EchoChild))]
    public static Task<string> EchoChild([OrchestrationTrigger] TaskOrchestrationContext context, string? text) =>
        context.CallActivityAsync<string>(nameof(Activities.Echo), text ?? "nothing");

    /// <summary>Who its parent is.</summary>
    [Function(nameof(NamesParent))]
    public static Task<string> NamesParent([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Task.FromResult(context.Parent is { } parent ? $"{parent.Name} {parent.InstanceId}" : "nobody");

    /// <summary>An activity that is done once, and a child that fails until its work goes well.</summary>
    [Function(nameof(RewoundParent))]
    public static async Task<string> RewoundParent([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var once = await context.CallActivityAsync<int>(nameof(Activities.Count), context.InstanceId + " once");
        var child = await context.CallSubOrchestratorAsync<string>(
            nameof(Failures.FlakyChild),
            new FlakyWork(context.InstanceId, 1),
            new SubOrchestrationOptions { InstanceId = context.InstanceId + "-child" });
        return $"counted {once}, child {child}";
    }

    /// <summary>Fails in its own activity until that goes well.</summary>
    [Function(nameof(RewoundAlone))]
    public static async Task<string> RewoundAlone([OrchestrationTrigger] TaskOrchestrationContext context, int failures)
    {
        var once = await context.CallActivityAsync<int>(nameof(Activities.Count), context.InstanceId + " once");
        var flaky = await context.CallActivityAsync<string>(nameof(Activities.Flaky), new FlakyWork(context.InstanceId, failures));
        return $"counted {once}, {flaky}";
    }

    /// <summary>Several activities side by side, of which one fails at first.</summary>
    [Function(nameof(RewoundFanOut))]
    public static async Task<string> RewoundFanOut([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var flaky = context.CallActivityAsync<string>(nameof(Activities.Flaky), new FlakyWork(context.InstanceId, 1));
        var counted = Enumerable.Range(0, 3).Select(i =>
            context.CallActivityAsync<int>(nameof(Activities.Count), $"{context.InstanceId} {i}"));
        var counts = await Task.WhenAll(counted);
        return $"{await flaky}, counted {string.Join(' ', counts)}";
    }
}
