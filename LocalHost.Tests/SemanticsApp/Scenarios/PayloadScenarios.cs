using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Much data, and much at once.</summary>
public static class PayloadScenarios
{
    private static readonly string Long = new('x', 200_000);

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("Inputs and outputs of 200,000 characters", async stage =>
        {
            await stage.RunAsync(nameof(Payloads.Returns), Long);
            var instance = await stage.Client.GetInstanceAsync(stage.Id(), getInputsAndOutputs: true);
            stage.Note("whole", instance!.ReadInputAs<string>() == Long && instance.ReadOutputAs<string>() == Long);
        }),
        new("Instances are told without their inputs and outputs when that is asked for", async stage =>
        {
            await stage.RunAsync(nameof(Payloads.Returns), "x");
            stage.Outcome["without"] = Description.Of(await stage.Client.GetInstanceAsync(stage.Id(), getInputsAndOutputs: false));
        }),
        new("An event of 200,000 characters", async stage =>
        {
            var id = await stage.StartUntilAsync("waiting", nameof(EventWaits.MeasuresEvent));
            await stage.RaiseAsync(id, "Go", Long);
            await stage.ShowEndAsync("end", id);
        }),
        new("A child's input and output of 200,000 characters", async stage =>
        {
            var id = await stage.StartAsync(nameof(Children.Parent), new ChildCall(nameof(Payloads.Returns), Long));
            var parent = await stage.UntilAsync(id, instance => instance.IsCompleted);
            stage.Note("whole", parent.ReadOutputAs<ParentResult>()!.Output == Long);
        }),
        new("Twenty results of 50,000 characters", async stage =>
        {
            var id = await stage.StartAsync(nameof(Payloads.ManyLong), 20);
            stage.Note("output", (await stage.UntilAsync(id, instance => instance.IsCompleted)).SerializedOutput);
        }),
        new("A custom status of 10,000 characters", stage => stage.RunAsync(nameof(Payloads.LongStatus), 10_000)),
        new("A termination's reason of 100,000 characters", async stage =>
        {
            var id = await stage.StartUntilAsync("waiting", nameof(EventWaits.MeasuresEvent));
            await stage.Client.TerminateInstanceAsync(id, Long[..100_000]);
            await stage.ShowEndAsync("end", id);
        }),
        new("A hundred activities side by side, their results in order", async stage =>
        {
            var id = await stage.StartAsync(nameof(Payloads.FanOut), 100);
            stage.Note("output", (await stage.UntilAsync(id, instance => instance.IsCompleted)).SerializedOutput);
        }),
    ];
}
