using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>A second start under an id, on an instance of each status.</summary>
public static class DedupeScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("A second start while the first runs", stage => AgainAsync(stage, OrchestrationRuntimeStatus.Running, null)),
        new("A second start while the first is pending", stage => AgainAsync(stage, OrchestrationRuntimeStatus.Pending, null)),
        new("A second start while the first is suspended", stage => AgainAsync(stage, OrchestrationRuntimeStatus.Suspended, null)),
        new("A second start after the first completed", stage => AgainAsync(stage, OrchestrationRuntimeStatus.Completed, null)),
        new("A second start after the first failed", stage => AgainAsync(stage, OrchestrationRuntimeStatus.Failed, null)),
        new("A second start after the first was terminated", stage => AgainAsync(stage, OrchestrationRuntimeStatus.Terminated, null)),
        new("A second start that a completed instance refuses", stage =>
            AgainAsync(stage, OrchestrationRuntimeStatus.Completed, [OrchestrationRuntimeStatus.Completed])),
        new("A second start that a failed instance refuses", stage =>
            AgainAsync(stage, OrchestrationRuntimeStatus.Failed, [OrchestrationRuntimeStatus.Failed])),
        new("A second start that a terminated instance refuses", stage =>
            AgainAsync(stage, OrchestrationRuntimeStatus.Terminated, [OrchestrationRuntimeStatus.Terminated])),
        new("A second start that a completed instance does not refuse", stage =>
            AgainAsync(stage, OrchestrationRuntimeStatus.Completed, [OrchestrationRuntimeStatus.Failed])),
        new("A second start that nothing refuses while the first runs", stage => AgainAsync(stage, OrchestrationRuntimeStatus.Running, [])),
        new("A second start that a running instance refuses", stage =>
            AgainAsync(stage, OrchestrationRuntimeStatus.Running, [OrchestrationRuntimeStatus.Running])),
    ];

    private static async Task AgainAsync(Stage stage, OrchestrationRuntimeStatus status, OrchestrationRuntimeStatus[]? dedupe)
    {
        var id = await BringToAsync(stage, status);
        var options = new StartOrchestrationOptions(id);
        if (dedupe is not null)
        {
            options = options.WithDedupeStatuses(dedupe);
        }

        await stage.TryAsync("second start", () =>
            stage.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Payloads.Returns), "second", options));
        if (stage.Outcome["second start"]!.GetValue<string>() == id)
        {
            await stage.UntilAsync(id, instance => instance.IsCompleted && instance.SerializedInput == "\"second\"");
        }
        else
        {
            await stage.HoldAsync();
        }

        await stage.ShowAsync("later", id);
    }

    private static async Task<string> BringToAsync(Stage stage, OrchestrationRuntimeStatus status)
    {
        var id = stage.Id();
        switch (status)
        {
            case OrchestrationRuntimeStatus.Pending:
                await stage.Client.ScheduleNewOrchestrationInstanceAsync(
                    nameof(Payloads.Returns), "first", new StartOrchestrationOptions(id, DateTimeOffset.UtcNow.AddHours(1)));
                break;
            case OrchestrationRuntimeStatus.Completed:
                await stage.StartAsync(nameof(Payloads.Returns), "first");
                break;
            case OrchestrationRuntimeStatus.Failed:
                await stage.StartAsync(nameof(Failures.FailsItself), "first");
                break;
            default:
                await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo));
                break;
        }

        if (status is OrchestrationRuntimeStatus.Suspended)
        {
            await stage.Client.SuspendInstanceAsync(id, "wait");
        }
        else if (status is OrchestrationRuntimeStatus.Terminated)
        {
            await stage.Client.TerminateInstanceAsync(id, "enough");
        }

        await stage.UntilAsync(id, status);
        return id;
    }
}
