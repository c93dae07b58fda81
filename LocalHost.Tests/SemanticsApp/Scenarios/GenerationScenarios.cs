using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Continue-as-new.</summary>
public static class GenerationScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("A chain of generations keeps the history of the last", stage => stage.RunAsync(nameof(Generations.CountsDown), 5)),
        new("Events that nobody took are kept for the next generation", stage => CarryAsync(stage, keep: true)),
        new("Events that nobody took are dropped when that is asked for", stage => CarryAsync(stage, keep: false)),
        new("A generation for each event loses none", async stage =>
        {
            var id = await stage.StartUntilAsync("", nameof(Generations.TakesOneEach));
            foreach (var text in new[] { "a", "b", "c", "d", "e" })
            {
                await stage.RaiseAsync(id, "Go", text);
            }

            var end = await stage.UntilAsync(id, instance => instance.IsCompleted);
            stage.Note("taken, in any order", end.ReadOutputAs<string>()!.Order());
        }),
        new("What a generation leaves behind does not reach the next", stage => stage.RunAsync(nameof(Generations.LeavesWorkBehind), 0)),
        new("What becomes of a custom status in the next generation", stage => stage.RunAsync(nameof(Generations.StatusOnce), 0)),
        new("A failure in the second generation is told", stage => stage.RunAsync(nameof(Generations.FailsLater), 0)),
        new("Tags are kept from generation to generation", async stage =>
        {
            var options = new Microsoft.DurableTask.StartOrchestrationOptions(stage.Id())
            {
                Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["colour"] = "blue" },
            };
            await stage.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Generations.CountsDown), 1, options);
            await stage.ShowEndAsync("end", stage.Id());
        }),
        new("A generation that is terminated ends", async stage =>
        {
            var id = await stage.StartUntilAsync("", nameof(Generations.TakesOneEach));
            await stage.RaiseAsync(id, "Go", "a");
            await stage.UntilStatusAsync(id, "a");
            await stage.Client.TerminateInstanceAsync(id, "enough");
            await stage.ShowEndAsync("end", id);
        }),
    ];

    private static async Task CarryAsync(Stage stage, bool keep)
    {
        var id = await stage.StartUntilAsync("closed", nameof(Generations.CarriesEvents), new CarriedEvents(keep));
        await stage.DeliverAsync(id, "Go", "early");
        await stage.RaiseAsync(id, "Open", null);
        await stage.UntilStatusAsync(id, "open");
        await stage.RaiseAsync(id, "Go", ".");
        await stage.ShowEndAsync("end", id);
    }
}
