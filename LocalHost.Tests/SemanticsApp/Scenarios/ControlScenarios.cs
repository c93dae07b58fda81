using Microsoft.DurableTask.Client;
using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Terminate and restart.</summary>
public static class ControlScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("Terminate with an activity under way", async stage =>
        {
            var id = await stage.StartUntilAsync("working", nameof(Payloads.SlowWork), 15_000);
            await stage.Client.TerminateInstanceAsync(id, "enough");
            await stage.ShowEndAsync("end", id);
            await stage.HoldAsync(15);
            await stage.ShowAsync("later", id);
        }),
        new("Terminate with a timer under way", async stage =>
        {
            var id = await stage.StartUntilAsync("waiting", nameof(TimerWaits.ShortTimer), 15_000);
            await stage.Client.TerminateInstanceAsync(id, new { reason = "enough" });
            await stage.ShowEndAsync("end", id);
            await stage.HoldAsync(15);
            await stage.ShowAsync("later", id);
        }),
        new("Terminate with an event not yet taken", async stage =>
        {
            var id = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo));
            await stage.DeliverAsync(id, "Go", "kept");
            await stage.Client.TerminateInstanceAsync(id);
            await stage.ShowEndAsync("end", id);
        }),
        new("Terminate what has ended and what there never was", async stage =>
        {
            await stage.RunAsync(nameof(Payloads.Returns), "x");
            await stage.TryAsync("terminate the finished", () => stage.Client.TerminateInstanceAsync(stage.Id(), "x"));
            await stage.TryAsync("terminate nobody", () => stage.Client.TerminateInstanceAsync(stage.Id("nobody"), "x"));
            await stage.HoldAsync();
            await stage.ShowAsync("later", stage.Id());
            await stage.ShowAsync("nobody", stage.Id("nobody"));
        }),
        new("Restart under the same id", async stage =>
        {
            await stage.RunAsync(nameof(Payloads.Returns), "again", "first");
            await stage.TryAsync("restart", () => stage.Client.RestartAsync(stage.Id("first"), restartWithNewInstanceId: false));
            await stage.HoldAsync();
            await stage.ShowEndAsync("second", stage.Id("first"));
        }),
        new("Restart under a new id", async stage =>
        {
            await stage.RunAsync(nameof(Payloads.Returns), "again", "first");
            var id = await stage.Client.RestartAsync(stage.Id("first"), restartWithNewInstanceId: true);
            stage.Note("another id", id != stage.Id("first"));
            await stage.ShowEndAsync("second", id);
            await stage.ShowAsync("first later", stage.Id("first"));
        }),
        new("Restart of a failed and of a terminated instance", async stage =>
        {
            await stage.RunAsync(nameof(Failures.FailsItself), "own", "failed");
            await stage.TryAsync("restart the failed", () =>
                stage.Client.RestartAsync(stage.Id("failed"), restartWithNewInstanceId: false));
            var id = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo), name: "terminated");
            await stage.Client.TerminateInstanceAsync(id, "enough");
            await stage.UntilAsync(id, OrchestrationRuntimeStatus.Terminated);
            await stage.TryAsync("restart the terminated", () => stage.Client.RestartAsync(id, restartWithNewInstanceId: false));
            await stage.UntilStatusAsync(id, "closed");
            await stage.UntilAsync(id, OrchestrationRuntimeStatus.Running);
            await stage.ShowAsync("terminated, running again", id);
            await stage.HoldAsync();
            await stage.ShowEndAsync("failed again", stage.Id("failed"));
        }),
        new("Restart of a running and of an unknown instance", async stage =>
        {
            var id = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo));
            await stage.TryAsync("restart the running", () => stage.Client.RestartAsync(id, restartWithNewInstanceId: false));
            await stage.TryAsync("restart nobody", () => stage.Client.RestartAsync(stage.Id("nobody"), restartWithNewInstanceId: false));
            await stage.ShowAsync("running", id);
        }),
        new("The client's own waits", async stage =>
        {
            var id = await stage.StartAsync(nameof(TimerWaits.ShortTimer), 500);
            var started = await stage.Client.WaitForInstanceStartAsync(id);
            stage.Note("started", started.RuntimeStatus is not OrchestrationRuntimeStatus.Pending);
            var completed = await stage.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
            stage.Note("completed", $"{completed.RuntimeStatus} {completed.SerializedOutput}");
            var again = await stage.StartAsync(nameof(Generations.CountsDown), 3, "again");
            completed = await stage.Client.WaitForInstanceCompletionAsync(again, getInputsAndOutputs: true);
            stage.Note("a chain completed", $"{completed.RuntimeStatus} {completed.SerializedOutput}");
        }),
    ];
}
