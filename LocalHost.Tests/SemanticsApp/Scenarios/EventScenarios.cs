using Microsoft.DurableTask.Client;
using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Events, and the waits for them.</summary>
public static class EventScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("An event that comes before its wait is kept for it", async stage =>
        {
            var id = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo));
            await stage.DeliverAsync(id, "Go", "early");
            await stage.RaiseAsync(id, "Open", null);
            await stage.ShowEndAsync("end", id);
        }),
        new("Events of one name are taken in the order that they were sent", async stage =>
        {
            var id = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenThree));
            await stage.DeliverAsync(id, "Go", "a");
            await stage.DeliverAsync(id, "Go", "b");
            await stage.DeliverAsync(id, "Open", null);
            await stage.RaiseAsync(id, "Go", "c");
            await stage.ShowEndAsync("end", id);
        }),
        new("Two waits for one name take an event each", async stage =>
        {
            var id = await stage.StartUntilAsync("waiting", nameof(EventWaits.TwoWaits));
            await stage.DeliverAsync(id, "Go", "a");
            await stage.DeliverAsync(id, "Go", "b");
            await stage.ShowEndAsync("end", id);
        }),
        new("The case of an event's name does not matter", async stage =>
        {
            var id = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo));
            await stage.DeliverAsync(id, "gO", "other case");
            await stage.RaiseAsync(id, "OPEN", null);
            await stage.ShowEndAsync("end", id);
        }),
        new("An event that comes in time ends a wait and its timer", async stage =>
        {
            var id = await stage.StartUntilAsync("waiting", nameof(EventWaits.GoOrTimeout), 3600);
            await stage.RaiseAsync(id, "Go", "in time");
            await stage.ShowEndAsync("end", id);
        }),
        new("A wait that nobody ends times out", stage => stage.RunAsync(nameof(EventWaits.GoOrTimeout), 0.2)),
        new("An event that comes after a wait timed out is kept for the next wait", async stage =>
        {
            var id = await stage.StartUntilAsync("timed out", nameof(EventWaits.TimeoutThenGo));
            await stage.DeliverAsync(id, "Go", "late");
            await stage.RaiseAsync(id, "Open", null);
            await stage.ShowEndAsync("end", id);
        }),
        new("A wait that was given up takes no event", async stage =>
        {
            var id = await stage.StartUntilAsync("waiting again", nameof(EventWaits.CancelledWait));
            await stage.RaiseAsync(id, "Go", "for the second");
            await stage.ShowEndAsync("end", id);
        }),
        new("The first of two events decides", async stage =>
        {
            var id = await stage.StartUntilAsync("waiting", nameof(EventWaits.EitherOr));
            await stage.RaiseAsync(id, "Right", "r");
            await stage.ShowEndAsync("end", id);
        }),
        new("Events that nobody waits for do not hinder the end", async stage =>
        {
            var id = await stage.StartUntilAsync("waiting", nameof(EventWaits.EitherOr));
            await stage.DeliverAsync(id, "Nobody", 1);
            await stage.DeliverAsync(id, "Nobody", 2);
            await stage.RaiseAsync(id, "Left", "l");
            await stage.ShowEndAsync("end", id);
        }),
        new("An event whose payload is of another type fails its orchestration", async stage =>
        {
            var id = await stage.StartUntilAsync("waiting", nameof(EventWaits.NumberWait));
            await stage.RaiseAsync(id, "Number", "no number");
            await stage.ShowEndAsync("end", id);
        }),
        new("Events to a finished and to an unknown instance are taken and dropped", async stage =>
        {
            var id = await stage.StartAsync(nameof(Payloads.Returns), "x");
            await stage.UntilAsync(id, OrchestrationRuntimeStatus.Completed);
            await stage.TryAsync("to the finished", () => stage.RaiseAsync(id, "Go", "x"));
            await stage.TryAsync("to nobody", () => stage.RaiseAsync(stage.Id("nobody"), "Go", "x"));
            await stage.HoldAsync();
            await stage.ShowAsync("finished", id);
            await stage.ShowAsync("nobody", stage.Id("nobody"));
        }),
        new("An event that was sent to nobody does not reach an instance that starts later", async stage =>
        {
            await stage.TryAsync("event", () => stage.RaiseAsync(stage.Id(), "Go", "to nobody"));
            await stage.HoldAsync();
            await stage.RunAsync(nameof(EventWaits.GoOrTimeout), 0.5);
        }),
        new("An orchestration sends an event to another", async stage =>
        {
            var waits = await stage.StartUntilAsync("waiting", nameof(EventWaits.GoOrTimeout), 3600, "waits");
            await stage.RunAsync(nameof(EventWaits.SendsGo), waits, "sends");
            await stage.ShowEndAsync("end", waits);
        }),
        new("An orchestration sends an event to nobody", stage => stage.RunAsync(nameof(EventWaits.SendsGo), stage.Id("nobody"))),
    ];
}
