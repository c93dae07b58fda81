using Microsoft.DurableTask.Client;
using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Rewind: what failed is tried again, what went well is not.</summary>
public static class RewindScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("A rewound orchestration tries its failed activity again", async stage =>
        {
            await stage.RunAsync(nameof(Children.RewoundAlone), 1, "first");
            await RewindAsync(stage, "first", OrchestrationRuntimeStatus.Completed);
        }),
        new("A rewound orchestration fails again", async stage =>
        {
            await stage.RunAsync(nameof(Children.RewoundAlone), 2, "first");
            await RewindAsync(stage, "first", OrchestrationRuntimeStatus.Failed, "attempt 2");
            await RewindAsync(stage, "first", OrchestrationRuntimeStatus.Completed);
        }),
        new("A rewound orchestration keeps what went well beside the failure", async stage =>
        {
            var id = await stage.StartAsync(nameof(Children.RewoundFanOut));
            await stage.UntilAsync(id, OrchestrationRuntimeStatus.Failed);
            await stage.Client.RewindInstanceAsync(id, "again");
            var end = await stage.UntilAsync(id, instance => instance.RuntimeStatus is OrchestrationRuntimeStatus.Completed);
            stage.Note("output", end.SerializedOutput);
        }),
        new("A rewound parent rewinds its failed child", async stage =>
        {
            await stage.RunAsync(nameof(Children.RewoundParent), null, "first");
            await RewindAsync(stage, "first", OrchestrationRuntimeStatus.Completed);
            await stage.ShowAsync("child", stage.Id("first-child"));
        }),
        new("An orchestration that gave up retrying cannot be rewound", async stage =>
        {
            await stage.RunAsync(nameof(Failures.RetriesByPolicy), 3, "first");
            await RewindAsync(stage, "first", OrchestrationRuntimeStatus.Failed, "Non-Deterministic");
        }),
        new("An orchestration that failed itself is rewound", async stage =>
        {
            await stage.RunAsync(nameof(Failures.FailsItself), "own", "first");
            await stage.TryAsync("rewind", () => stage.Client.RewindInstanceAsync(stage.Id("first"), "again"));
            await stage.HoldAsync(1.5);
            await stage.ShowEndAsync("later", stage.Id("first"));
        }),
        new("Rewind of what did not fail, and of nobody", async stage =>
        {
            await stage.RunAsync(nameof(Payloads.Returns), "x", "completed");
            await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo), name: "running");
            await stage.TryAsync("rewind the completed", () => stage.Client.RewindInstanceAsync(stage.Id("completed"), "x"));
            await stage.TryAsync("rewind the running", () => stage.Client.RewindInstanceAsync(stage.Id("running"), "x"));
            await stage.TryAsync("rewind nobody", () => stage.Client.RewindInstanceAsync(stage.Id("nobody"), "x"));
            await stage.HoldAsync();
            await stage.ShowAsync("completed later", stage.Id("completed"));
            await stage.ShowAsync("running later", stage.Id("running"));
        }),
    ];

    private static async Task RewindAsync(Stage stage, string name, OrchestrationRuntimeStatus status, string output = "")
    {
        await stage.Client.RewindInstanceAsync(stage.Id(name), "again");
        await stage.UntilAsync(stage.Id(name), instance =>
            instance.RuntimeStatus == status && (instance.SerializedOutput ?? "").Contains(output, StringComparison.Ordinal));
        await stage.ShowAsync($"rewound, {status}", stage.Id(name));
    }
}
