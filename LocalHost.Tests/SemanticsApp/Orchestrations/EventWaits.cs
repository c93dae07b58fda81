using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace SemanticsApp.Orchestrations;

/// <summary>Orchestrations that wait for events. What they wait at shows in their custom status.</summary>
public static class EventWaits
{
    /// <summary>Waits for Open, then for Go.</summary>
    [Function(nameof(GateThenGo))]
    public static async Task<string> GateThenGo([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus("closed");
        await context.WaitForExternalEvent<string>("Open");
        context.SetCustomStatus("open");
        return await context.WaitForExternalEvent<string>("Go");
    }

    /// <summary>Waits for Open, then three times for Go.</summary>
    [Function(nameof(GateThenThree))]
    public static async Task<string> GateThenThree([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus("closed");
        await context.WaitForExternalEvent<string>("Open");
        var taken = "";
        for (var i = 0; i < 3; i++)
        {
            taken += await context.WaitForExternalEvent<string>("Go");
        }

        return taken;
    }

    /// <summary>Two waits for one name at the same time.</summary>
    [Function(nameof(TwoWaits))]
    public static async Task<string> TwoWaits([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var first = context.WaitForExternalEvent<string>("Go");
        var second = context.WaitForExternalEvent<string>("Go");
        context.SetCustomStatus("waiting");
        await Task.WhenAll(first, second);
        return $"first {await first}, second {await second}";
    }

    /// <summary>Waits for Go at most as many seconds as it is given.</summary>
    [Function(nameof(GoOrTimeout))]
    public static async Task<string> GoOrTimeout([OrchestrationTrigger] TaskOrchestrationContext context, double seconds)
    {
        context.SetCustomStatus("waiting");
        try
        {
            return "got " + await context.WaitForExternalEvent<string>("Go", TimeSpan.FromSeconds(seconds));
        }
        catch (TaskCanceledException)
        {
            return "timed out";
        }
    }

    /// <summary>Lets a wait time out, then waits again.</summary>
    [Function(nameof(TimeoutThenGo))]
    public static async Task<string> TimeoutThenGo([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            return "too early: " + await context.WaitForExternalEvent<string>("Go", TimeSpan.FromSeconds(0.2));
        }
        catch (TaskCanceledException)
        {
            context.SetCustomStatus("timed out");
        }

        await context.WaitForExternalEvent<string>("Open");
        return "got " + await context.WaitForExternalEvent<string>("Go");
    }

    /// <summary>Gives one wait up, then waits again.</summary>
    [Function(nameof(CancelledWait))]
    public static async Task<string> CancelledWait([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var cancelled = new CancellationTokenSource();
        var first = context.WaitForExternalEvent<string>("Go", cancelled.Token);
        await context.CallActivityAsync<string>(nameof(Activities.Echo), "meanwhile");
        cancelled.Cancel();
        context.SetCustomStatus("waiting again");
        var second = await context.WaitForExternalEvent<string>("Go");
        return $"first {first.Status}, second {second}";
    }

    /// <summary>Takes whichever of two names comes first.</summary>
    [Function(nameof(EitherOr))]
    public static async Task<string> EitherOr([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var left = context.WaitForExternalEvent<string>("Left");
        var right = context.WaitForExternalEvent<string>("Right");
        context.SetCustomStatus("waiting");
        return await Task.WhenAny(left, right) == left ? "left " + await left : "right " + await right;
    }

    /// <summary>Waits for a number.</summary>
    [Function(nameof(NumberWait))]
    public static async Task<int> NumberWait([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus("waiting");
        return await context.WaitForExternalEvent<int>("Number");
    }

    /// <summary>Tells how long an event's text is.</summary>
    [Function(nameof(MeasuresEvent))]
    public static async Task<int> MeasuresEvent([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus("waiting");
        return (await context.WaitForExternalEvent<string>("Go")).Length;
    }

    /// <summary>Sends Go to the instance that it is given.</summary>
    [Function(nameof(SendsGo))]
    public static async Task<string> SendsGo([OrchestrationTrigger] TaskOrchestrationContext context, string instanceId)
    {
        context.SendEvent(instanceId, "Go", "from " + context.InstanceId);
        return await context.CallActivityAsync<string>(nameof(Activities.Echo), "sent");
    }
}
