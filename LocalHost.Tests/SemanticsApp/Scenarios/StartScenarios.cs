using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Starts: now, later, with tags.</summary>
public static class StartScenarios
{
    // Far enough away for a slow machine to do something before it, in seconds.
    private const double Later = 16;

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("A scheduled start waits for its time", async stage =>
        {
            var id = await ScheduleAsync(stage, nameof(Payloads.Returns), Later);
            await stage.HoldAsync(0.5);
            await stage.ShowAsync("before", id);
            await stage.ShowEndAsync("end", id);
        }),
        new("A start that is scheduled for the past begins at once", async stage =>
            await stage.ShowEndAsync("end", await ScheduleAsync(stage, nameof(Payloads.Returns), -3600))),
        new("An event before a scheduled start is kept for it", async stage =>
        {
            var id = await ScheduleAsync(stage, nameof(EventWaits.GateThenGo), Later);
            await stage.TryAsync("event", () => stage.RaiseAsync(id, "Open", "before the start"));
            await stage.HoldAsync(0.5);
            await stage.ShowAsync("before", id);
            await stage.UntilAsync(id, instance => instance.SerializedCustomStatus is not null);
            await stage.HoldAsync(1.5);
            var started = await stage.Client.GetInstanceAsync(id, getInputsAndOutputs: true);
            stage.Note("waits after its start at", started!.ReadCustomStatusAs<string>());
        }),
        new("Terminate before a scheduled start", async stage =>
        {
            var id = await ScheduleAsync(stage, nameof(Payloads.Returns), Later);
            await stage.TryAsync("terminate", () => stage.Client.TerminateInstanceAsync(id, "never"));
            await stage.ShowEndAsync("end", id);
            await stage.HoldAsync(Later + 1);
            await stage.ShowAsync("later", id);
        }),
        new("Suspend before a scheduled start", async stage =>
        {
            var id = await ScheduleAsync(stage, nameof(Payloads.Returns), Later);
            await stage.TryAsync("suspend", () => stage.Client.SuspendInstanceAsync(id, "not yet"));
            await stage.UntilAsync(id, instance => instance.RuntimeStatus is not OrchestrationRuntimeStatus.Pending);
            await stage.HoldAsync();
            await stage.ShowAsync("later", id);
            await stage.TryAsync("resume", () => stage.Client.ResumeInstanceAsync(id, "now"));
            await stage.ShowEndAsync("end", id);
        }),
        new("Tags are told, and not inherited", async stage =>
        {
            var options = new StartOrchestrationOptions(stage.Id())
            {
                Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["colour"] = "blue", ["size"] = "" },
            };
            var call = new ChildCall(nameof(Children.EchoChild), "x", stage.Id("child"));
            await stage.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Children.Parent), call, options);
            await stage.ShowEndAsync("parent", stage.Id());
            await stage.ShowEndAsync("child", stage.Id("child"));
        }),
        new("Ids of every kind", async stage =>
        {
            foreach (var name in new[] { "with space", "ümlaut", "a+b", "per%20cent", "quote'", "UPPER", "upper", "a:b", "semi;colon" })
            {
                await stage.TryAsync(name, async () =>
                {
                    var id = await stage.StartAsync(nameof(Payloads.Returns), name, name);
                    return (await stage.UntilAsync(id, instance => instance.IsCompleted)).SerializedOutput;
                });
            }
        }),
        new("Ids that are refused", async stage =>
        {
            foreach (var name in new[] { "a/b", "a\\b", "a#b", "a?b", "a\tb", new string('x', 300) })
            {
                await stage.TryAsync(name[..3], () => stage.StartAsync(nameof(Payloads.Returns), name, name));
            }

            await stage.TryAsync("@", () => stage.Client.ScheduleNewOrchestrationInstanceAsync(
                nameof(Payloads.Returns), "x", new StartOrchestrationOptions("@" + stage.Id())));
        }),
        new("A start without an input", stage => stage.RunAsync(nameof(Payloads.Returns))),
    ];

    private static Task<string> ScheduleAsync(Stage stage, string orchestration, double seconds, object? input = null) =>
        stage.Client.ScheduleNewOrchestrationInstanceAsync(
            orchestration, input ?? "x", new StartOrchestrationOptions(stage.Id(), DateTimeOffset.UtcNow.AddSeconds(seconds)));
}
