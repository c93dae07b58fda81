using Microsoft.DurableTask.Client;
using SemanticsApp.Entities;
using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Critical sections.</summary>
public static class LockScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("A critical section keeps others and signals out", async stage =>
        {
            var key = stage.Id("journal");
            var first = await stage.StartUntilAsync("locked", nameof(JournalUsers.HoldsLock), key, "first");
            await stage.Client.Entities.SignalEntityAsync(stage.Journal("journal"), nameof(Journal.Add), "signal");
            await stage.HoldAsync();
            var second = await stage.StartAsync(nameof(JournalUsers.HoldsLock), key, "second");
            await stage.HoldAsync();
            await stage.ShowJournalAsync("while locked", stage.Journal("journal"));
            await stage.RaiseAsync(first, "Leave", null);
            await stage.ShowEndAsync("first", first);
            await stage.UntilStatusAsync(second, "locked");
            await stage.RaiseAsync(second, "Leave", null);
            await stage.ShowEndAsync("second", second);
            await stage.UntilWrittenAsync(stage.Journal("journal"), 5);
            await stage.ShowFreeJournalAsync("after", stage.Journal("journal"));
        }),
        new("An orchestration that fails in its critical section leaves it", async stage =>
        {
            var key = stage.Id("journal");
            await stage.RunAsync(nameof(JournalUsers.FailsInLock), key, "failing");
            await LockAgainAsync(stage, key);
        }),
        new("An orchestration that continues as new leaves its critical section", async stage =>
        {
            var id = await stage.StartAsync(nameof(JournalUsers.ContinuesFromLock), stage.Id("journal"), "continuing");
            await stage.ShowEndAsync("end", id);
            await LockAgainAsync(stage, stage.Id("journal"));
        }),
        new("An orchestration that is terminated in its critical section", async stage =>
        {
            var key = stage.Id("journal");
            var holder = await stage.StartUntilAsync("locked", nameof(JournalUsers.HoldsLock), key, "terminated");
            await stage.Client.TerminateInstanceAsync(holder, "enough");
            await stage.ShowEndAsync("terminated", holder);
            await stage.HoldAsync();
            await stage.ShowJournalAsync("journal", stage.Journal("journal"));
            await stage.TryAsync("cleaned", async () => (await stage.Client.Entities.CleanEntityStorageAsync()).OrphanedLocksReleased);
            await LockAgainAsync(stage, key);
        }) { Alone = true },
        new("Two orchestrations that lock the same two entities the other way round", async stage =>
        {
            var (a, b) = (stage.Id("a"), stage.Id("b"));
            for (var i = 0; i < 6; i++)
            {
                await stage.StartAsync(nameof(JournalUsers.Moves), i % 2 == 0 ? new[] { a, b } : [b, a], $"{i}");
            }

            for (var i = 0; i < 6; i++)
            {
                await stage.UntilAsync(stage.Id($"{i}"), OrchestrationRuntimeStatus.Completed);
            }

            await stage.ShowFreeJournalAsync("a", stage.Journal("a"));
            await stage.ShowFreeJournalAsync("b", stage.Journal("b"));
        }),
        new("What a critical section forbids", stage => stage.RunAsync(nameof(JournalUsers.BreaksRules))),
        new("An orchestration that is suspended in its critical section keeps it", async stage =>
        {
            var key = stage.Id("journal");
            var first = await stage.StartUntilAsync("locked", nameof(JournalUsers.HoldsLock), key, "first");
            await stage.Client.SuspendInstanceAsync(first, "wait");
            await stage.UntilAsync(first, OrchestrationRuntimeStatus.Suspended);
            var second = await stage.StartAsync(nameof(JournalUsers.HoldsLock), key, "second");
            await stage.DeliverAsync(first, "Leave", null);
            await stage.HoldAsync(1.5);
            await stage.ShowJournalAsync("while suspended", stage.Journal("journal"));
            await stage.Client.ResumeInstanceAsync(first, "go on");
            await stage.ShowEndAsync("first", first);
            await stage.UntilStatusAsync(second, "locked");
            await stage.RaiseAsync(second, "Leave", null);
            await stage.ShowEndAsync("second", second);
            await stage.ShowFreeJournalAsync("after", stage.Journal("journal"));
        }),
    ];

    private static async Task LockAgainAsync(Stage stage, string key)
    {
        var next = await stage.StartUntilAsync("locked", nameof(JournalUsers.HoldsLock), key, "next");
        await stage.RaiseAsync(next, "Leave", null);
        await stage.ShowEndAsync("next", next);
        await stage.ShowFreeJournalAsync("journal after", stage.Journal("journal"));
    }
}
