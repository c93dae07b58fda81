using Microsoft.DurableTask.Entities;
using SemanticsApp.Entities;
using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Entities.</summary>
public static class EntityScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("Signals and calls of one orchestration are taken in order", async stage =>
        {
            await stage.RunAsync(nameof(JournalUsers.Writes), stage.Id());
            await stage.ShowJournalAsync("journal", stage.Journal());
        }),
        // In which order, azureStorage does not say: it reads its queues in parts.
        new("Signals of a client are all taken once", async stage =>
        {
            for (var i = 0; i < 10; i++)
            {
                await SignalAsync(stage, nameof(Journal.Add), $"{i}");
            }

            await UntilAsync(stage, 10);
            await stage.ShowSortedJournalAsync("journal", stage.Journal());
        }),
        new("An entity operation that fails keeps nothing and tells why", async stage =>
        {
            await stage.RunAsync(nameof(JournalUsers.CallsOperation), nameof(Journal.AddAndFail));
            await stage.ShowJournalAsync("journal", stage.Journal());
        }),
        new("An entity operation that there is not", stage => stage.RunAsync(nameof(JournalUsers.CallsOperation), "NoSuchOperation")),
        new("An entity operation's failure fails an orchestration that does not catch it", stage =>
            stage.RunAsync(nameof(JournalUsers.FailsInEntity))),
        new("A signal that fails keeps nothing, and the next is taken", async stage =>
        {
            await SignalAsync(stage, nameof(Journal.Add), "first");
            await SignalAsync(stage, nameof(Journal.AddAndFail), "lost");
            await SignalAsync(stage, nameof(Journal.Add), "second");
            await UntilAsync(stage, 2);
            await stage.ShowJournalAsync("journal", stage.Journal());
        }),
        new("A client's signal for later waits", async stage =>
        {
            var later = new SignalEntityOptions { SignalTime = DateTimeOffset.UtcNow.AddSeconds(5) };
            await stage.Client.Entities.SignalEntityAsync(stage.Journal(), nameof(Journal.Add), "later", later);
            await SignalAsync(stage, nameof(Journal.Add), "now");
            await UntilAsync(stage, 1);
            await stage.ShowJournalAsync("before", stage.Journal());
            await UntilAsync(stage, 2);
            await stage.ShowJournalAsync("after", stage.Journal());
        }),
        new("An orchestration's signal for later waits", async stage =>
        {
            await stage.RunAsync(nameof(JournalUsers.SignalsLater), stage.Id());
            await UntilAsync(stage, 2);
            await stage.ShowJournalAsync("after", stage.Journal());
        }),
        new("An entity's signal to itself for later waits", async stage =>
        {
            await SignalAsync(stage, nameof(Journal.AddLater), "later");
            await SignalAsync(stage, nameof(Journal.Add), "now");
            await UntilAsync(stage, 2);
            await stage.ShowJournalAsync("after", stage.Journal());
        }),
        new("An entity signals another", async stage =>
        {
            await SignalAsync(stage, nameof(Journal.Forward), stage.Id("other"));
            await UntilAsync(stage, 1, "other");
            await stage.ShowJournalAsync("other", stage.Journal("other"));
        }),
        new("An entity operation that fails sends no signal", async stage =>
        {
            await SignalAsync(stage, nameof(Journal.ForwardAndFail), stage.Id("other"));
            await SignalAsync(stage, nameof(Journal.Add), "done");
            await UntilAsync(stage, 1);
            await stage.HoldAsync();
            await stage.ShowJournalAsync("other", stage.Journal("other"));
        }),
        new("An entity starts an orchestration", async stage =>
        {
            await SignalAsync(stage, nameof(Journal.Start), stage.Id("started"));
            await stage.ShowEndAsync("started", stage.Id("started"));
        }),
        new("An entity whose state is null is gone, and can come back", async stage =>
        {
            await SignalAsync(stage, nameof(Journal.Add), "first");
            await UntilAsync(stage, 1);
            await SignalAsync(stage, nameof(Journal.Remove), null);
            await stage.UntilGoneAsync(stage.Journal());
            await stage.ShowJournalAsync("gone", stage.Journal());
            await SignalAsync(stage, nameof(Journal.Add), "second");
            await UntilAsync(stage, 1);
            await stage.ShowJournalAsync("back", stage.Journal());
        }),
        new("An entity that nobody called", stage => stage.ShowJournalAsync("journal", stage.Journal())),
        new("Entities keep much state", async stage =>
        {
            await stage.RunAsync(nameof(JournalUsers.Fills), 200_000);
            await stage.ShowJournalAsync("journal", stage.Journal());
        }),
    ];

    private static Task SignalAsync(Stage stage, string operation, object? input) =>
        stage.Client.Entities.SignalEntityAsync(stage.Journal(), operation, input);

    private static Task UntilAsync(Stage stage, int entries, string name = "1") => stage.UntilWrittenAsync(stage.Journal(name), entries);
}
