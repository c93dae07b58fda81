using DurableTask.Core.History;
using Microsoft.DurableTask.Client;
using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Parents and their children.</summary>
public static class ChildScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("A child's output is its parent's", async stage =>
        {
            await stage.RunAsync(nameof(Children.Parent), new ChildCall(nameof(Children.EchoChild), "x", stage.Id("child")));
            await stage.ShowEndAsync("child", stage.Id("child"));
        }),
        new("A child knows its parent", stage => stage.RunAsync(nameof(Children.Parent), new ChildCall(nameof(Children.NamesParent)))),
        new("A child's failure is its parent's to catch", async stage =>
        {
            await stage.RunAsync(nameof(Children.Parent), new ChildCall(nameof(Failures.FailsInActivity), "nested", stage.Id("child")));
            await stage.ShowEndAsync("child", stage.Id("child"));
        }),
        new("A child's failure fails a parent that does not catch it", stage =>
            stage.RunAsync(nameof(Children.PassingParent), new ChildCall(nameof(Failures.FailsItself), "own"))),
        new("A child that continues as new reports its last generation", stage =>
            stage.RunAsync(nameof(Children.Parent), new ChildCall(nameof(Generations.CountsDown), 2, stage.Id("child")))),
        new("A child that fails in its second generation fails its parent", stage =>
            stage.RunAsync(nameof(Children.Parent), new ChildCall(nameof(Generations.FailsLater), 0))),
        new("Fifty children side by side", async stage =>
        {
            var id = await stage.StartAsync(nameof(Children.ManyChildren), 50);
            stage.Note("output", (await stage.UntilAsync(id, instance => instance.IsCompleted)).SerializedOutput);
        }),
        new("A terminated child fails its parent", async stage =>
        {
            var id = await stage.StartAsync(nameof(Children.Parent), new ChildCall(nameof(EventWaits.GateThenGo), null, stage.Id("child")));
            await stage.UntilStatusAsync(stage.Id("child"), "closed");
            await stage.Client.TerminateInstanceAsync(stage.Id("child"), "enough");
            await stage.ShowEndAsync("parent", id);
            await stage.ShowEndAsync("child", stage.Id("child"));
        }),
        new("A parent that is terminated leaves its child running", async stage =>
        {
            var id = await stage.StartAsync(nameof(Children.Parent), new ChildCall(nameof(EventWaits.GateThenGo), null, stage.Id("child")));
            await stage.UntilStatusAsync(stage.Id("child"), "closed");
            await stage.Client.TerminateInstanceAsync(id, "enough");
            await stage.ShowEndAsync("parent", id);
            await stage.RaiseAsync(stage.Id("child"), "Open", null);
            await stage.UntilStatusAsync(stage.Id("child"), "open");
            await stage.RaiseAsync(stage.Id("child"), "Go", "without a parent");
            await stage.ShowEndAsync("child", stage.Id("child"));
            await stage.HoldAsync(0.5);
            await stage.ShowAsync("parent later", id);
        }),
        new("A termination that is asked to be recursive ends the parent alone", async stage =>
        {
            var id = await stage.StartAsync(nameof(Children.Grandparent));
            await stage.UntilStatusAsync(stage.Id("1-grandchild"), "closed");
            await stage.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions("all of you", Recursive: true));
            await stage.ShowEndAsync("parent", id);
            await stage.HoldAsync(2);
            await stage.ShowAsync("child", stage.Id("1-child"));
            await stage.ShowAsync("grandchild", stage.Id("1-grandchild"));
        }),
        new("A parent whose code has ended waits for its child all the same", async stage =>
        {
            var call = new ChildCall(nameof(EventWaits.GateThenGo), null, stage.Id("child"));
            var id = await stage.StartAsync(nameof(Children.LeavingParent), call);
            await stage.UntilStatusAsync(stage.Id("child"), "closed");
            await stage.UntilHistoryAsync(id, history => history.Any(e => e is TaskCompletedEvent));
            await stage.HoldAsync(0.5);
            await stage.ShowAsync("parent", id);
            await stage.RaiseAsync(stage.Id("child"), "Open", null);
            await stage.UntilStatusAsync(stage.Id("child"), "open");
            await stage.RaiseAsync(stage.Id("child"), "Go", "left alone");
            await stage.ShowEndAsync("child", stage.Id("child"));
            await stage.ShowEndAsync("parent later", id);
        }),
        new("A child under the id of a finished instance replaces that", async stage =>
        {
            await stage.RunAsync(nameof(Payloads.Returns), "first", "child");
            await stage.RunAsync(nameof(Children.Parent), new ChildCall(nameof(Children.EchoChild), "second", stage.Id("child")));
            await stage.ShowEndAsync("child later", stage.Id("child"));
        }),
        new("A child under the id of a running instance", async stage =>
        {
            var running = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo), name: "child");
            var id = await stage.StartAsync(nameof(Children.Parent), new ChildCall(nameof(Children.EchoChild), "second", running));
            await stage.UntilStatusAsync(id, "calling");
            await stage.HoldAsync(2);
            var parent = await stage.Client.GetInstanceAsync(id, getInputsAndOutputs: true);
            stage.Note("parent", parent!.IsCompleted ? parent.ReadOutputAs<ParentResult>()!.Failure?.Details[0] ?? "went well" : "waits");
            stage.Note("running", (await stage.Client.GetInstanceAsync(running))!.Name);
        }),
    ];
}
