using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Timers.</summary>
public static class TimerScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("Timers that are due at once and in the past fire", stage => stage.RunAsync(nameof(TimerWaits.PastTimers))),
        new("A cancelled timer does not hold its orchestration", stage => stage.RunAsync(nameof(TimerWaits.CancelledTimer))),
        new("A timer of ten days is split, and is cancelled", async stage =>
        {
            var id = await stage.StartUntilAsync("waiting", nameof(TimerWaits.LongTimer), 10);
            await stage.ShowAsync("waiting", id);
            await stage.RaiseAsync(id, "Go", "no longer");
            await stage.ShowEndAsync("end", id);
        }),
        new("A timer of two days is not split", async stage =>
        {
            var id = await stage.StartUntilAsync("waiting", nameof(TimerWaits.LongTimer), 2);
            await stage.ShowAsync("waiting", id);
        }),
        new("The earlier of two timers wins, and the later is dropped at the end", async stage =>
        {
            var id = await stage.StartAsync(nameof(TimerWaits.TimerRace));
            await stage.ShowEndAsync("end", id);
            await stage.HoldAsync(2);
            await stage.ShowAsync("later", id);
        }),
        new("Many timers fire, none too early", async stage =>
        {
            var id = await stage.StartAsync(nameof(TimerWaits.ManyTimers), 20);
            stage.Note("output", (await stage.UntilAsync(id, instance => instance.IsCompleted)).SerializedOutput);
        }),
        new("A short timer fires", stage => stage.RunAsync(nameof(TimerWaits.ShortTimer), 400)),
        new("Guids and times are the same after a replay", async stage =>
        {
            var id = await stage.StartAsync(nameof(TimerWaits.Deterministic));
            stage.Note("output", (await stage.UntilAsync(id, instance => instance.IsCompleted)).SerializedOutput);
        }),
    ];
}
