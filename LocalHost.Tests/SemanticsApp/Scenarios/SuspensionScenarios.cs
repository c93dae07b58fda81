using DurableTask.Core.History;
using Microsoft.DurableTask.Client;
using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Suspend and resume.</summary>
public static class SuspensionScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new(
            "Events that come while suspended are taken after the resumption",
            async stage =>
            {
                var id = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo));
                await SuspendAsync(stage, id);
                await stage.DeliverAsync(id, "Open", null);
                await stage.DeliverAsync(id, "Go", "meanwhile");
                await stage.ShowAsync("suspended", id);
                await stage.Client.ResumeInstanceAsync(id, "go on");
                await stage.ShowEndAsync("end", id);
            }),
        TakenAfterwards<TaskCompletedEvent>(
            "An activity that ends while suspended is taken after the resumption", "working", nameof(Payloads.SlowWork)),
        TakenAfterwards<TimerFiredEvent>(
            "A timer that fires while suspended is taken after the resumption", "waiting", nameof(TimerWaits.ShortTimer)),
        new(
            "A child that ends while its parent is suspended is taken after the resumption",
            async stage =>
            {
                var id = await stage.StartAsync(
                    nameof(Children.Parent), new ChildCall(nameof(EventWaits.GateThenGo), null, stage.Id("child")));
                await stage.UntilStatusAsync(stage.Id("child"), "closed");
                await SuspendAsync(stage, id);
                await stage.RaiseAsync(stage.Id("child"), "Open", null);
                await stage.UntilStatusAsync(stage.Id("child"), "open");
                await stage.RaiseAsync(stage.Id("child"), "Go", "meanwhile");
                await stage.ShowEndAsync("child", stage.Id("child"));
                await ResumeAfterAsync<SubOrchestrationInstanceCompletedEvent>(stage, id);
            }),
        new(
            "Suspend twice, resume twice",
            async stage =>
            {
                var id = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo));
                await SuspendAsync(stage, id);
                await stage.TryAsync("suspend again", () => stage.Client.SuspendInstanceAsync(id, "once more"));
                await stage.HoldAsync();
                await stage.ShowAsync("suspended", id);
                await stage.Client.ResumeInstanceAsync(id, "go on");
                await stage.UntilAsync(id, OrchestrationRuntimeStatus.Running);
                await stage.TryAsync("resume again", () => stage.Client.ResumeInstanceAsync(id, "go on"));
                await stage.HoldAsync();
                await stage.ShowAsync("running", id);
            }),
        new(
            "Terminate while suspended",
            async stage =>
            {
                var id = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo));
                await SuspendAsync(stage, id);
                await stage.DeliverAsync(id, "Open", null);
                await stage.Client.TerminateInstanceAsync(id, "enough");
                await stage.ShowEndAsync("end", id);
            }),
        new(
            "Suspend and resume what has ended and what there never was",
            async stage =>
            {
                await stage.RunAsync(nameof(Payloads.Returns), "x");
                await stage.TryAsync("suspend the finished", () => stage.Client.SuspendInstanceAsync(stage.Id(), "x"));
                await stage.TryAsync("resume the finished", () => stage.Client.ResumeInstanceAsync(stage.Id(), "x"));
                await stage.TryAsync("suspend nobody", () => stage.Client.SuspendInstanceAsync(stage.Id("nobody"), "x"));
                await stage.TryAsync("resume nobody", () => stage.Client.ResumeInstanceAsync(stage.Id("nobody"), "x"));
                await stage.HoldAsync();
                await stage.ShowAsync("later", stage.Id());
            }),
        new(
            "Suspend between two generations",
            async stage =>
            {
                var id = await stage.StartUntilAsync("", nameof(Generations.TakesOneEach));
                await stage.RaiseAsync(id, "Go", "a");
                await stage.UntilStatusAsync(id, "a");
                await SuspendAsync(stage, id);
                await stage.RaiseAsync(id, "Go", "b");
                await stage.RaiseAsync(id, "Go", "c");
                await stage.HoldAsync();
                await stage.Client.ResumeInstanceAsync(id, "go on");
                await stage.RaiseAsync(id, "Go", "d");
                await stage.RaiseAsync(id, "Go", "e");
                var end = await stage.UntilAsync(id, instance => instance.IsCompleted);
                stage.Note("taken, in any order", end.ReadOutputAs<string>()!.Order());
            }),
    ];

    // What was started takes so many milliseconds: longer than the suspension does.
    private static Scenario TakenAfterwards<TEvent>(string name, string status, string orchestration)
        where TEvent : HistoryEvent => new(name, async stage =>
        {
            var id = await stage.StartUntilAsync(status, orchestration, 15_000);
            await SuspendAsync(stage, id);
            await ResumeAfterAsync<TEvent>(stage, id);
        });

    private static async Task ResumeAfterAsync<TEvent>(Stage stage, string id)
        where TEvent : HistoryEvent
    {
        await stage.UntilHistoryAsync(id, history => history.Any(e => e is TEvent));
        await stage.HoldAsync(0.5);
        await stage.ShowAsync("suspended", id);
        await stage.Client.ResumeInstanceAsync(id, "go on");
        await stage.ShowEndAsync("end", id);
    }

    private static async Task SuspendAsync(Stage stage, string id)
    {
        await stage.Client.SuspendInstanceAsync(id, "wait");
        await stage.UntilAsync(id, OrchestrationRuntimeStatus.Suspended);
    }
}
