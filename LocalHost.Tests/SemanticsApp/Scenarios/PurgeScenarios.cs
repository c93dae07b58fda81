using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;
using SemanticsApp.Entities;
using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Purges.</summary>
public static class PurgeScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("A purged instance is gone, and its id is free", async stage =>
        {
            await stage.RunAsync(nameof(Payloads.Returns), "first");
            await stage.TryAsync("purge", async () => (await stage.Client.PurgeInstanceAsync(stage.Id())).PurgedInstanceCount);
            await stage.ShowAsync("purged", stage.Id());
            await stage.TryAsync("purge again", async () => (await stage.Client.PurgeInstanceAsync(stage.Id())).PurgedInstanceCount);
            await stage.RunAsync(nameof(Payloads.Returns), "second", "1");
        }),
        new("Purge of a running instance and of nobody", async stage =>
        {
            var id = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo));
            await stage.TryAsync("purge the running", async () => (await stage.Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
            await stage.ShowAsync("running", id);
            await stage.TryAsync("purge nobody", async () =>
                (await stage.Client.PurgeInstanceAsync(stage.Id("nobody"))).PurgedInstanceCount);
        }),
        new("Purge of a parent with and without its children", async stage =>
        {
            foreach (var recursive in new[] { false, true })
            {
                var child = stage.Id($"child {recursive}");
                var call = new ChildCall(nameof(Children.EchoChild), "x", child);
                var id = await stage.StartAsync(nameof(Children.Parent), call, $"{recursive}");
                await stage.UntilAsync(id, instance => instance.IsCompleted);
                await stage.TryAsync($"purge, recursive {recursive}", async () =>
                    (await stage.Client.PurgeInstanceAsync(id, new PurgeInstanceOptions(recursive))).PurgedInstanceCount);
                stage.Note($"parent, recursive {recursive}", await stage.Client.GetInstanceAsync(id) is not null);
                stage.Note($"child, recursive {recursive}", await stage.Client.GetInstanceAsync(child) is not null);
            }
        }),
        new("Purge of an entity", async stage =>
        {
            await stage.Client.Entities.SignalEntityAsync(stage.Journal(), nameof(Journal.Add), "x");
            await stage.UntilWrittenAsync(stage.Journal(), 1);
            await stage.TryAsync("purge", async () =>
                (await stage.Client.PurgeInstanceAsync(stage.Journal().ToString())).PurgedInstanceCount);
            await stage.ShowJournalAsync("journal", stage.Journal());
        }),
        new("Purge by filter", async stage =>
        {
            await stage.HoldAsync(0.2);
            var before = DateTimeOffset.UtcNow;
            await stage.RunAsync(nameof(Payloads.Returns), "x", "completed");
            await stage.RunAsync(nameof(Failures.FailsItself), "x", "failed");
            await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo), name: "running");
            await stage.HoldAsync(0.2);
            var after = DateTimeOffset.UtcNow;
            await PurgeAsync(stage, "of later", new PurgeInstancesFilter(after));
            await PurgeAsync(stage, "failed", new PurgeInstancesFilter(before, after, [OrchestrationRuntimeStatus.Failed]));
            await PurgeAsync(stage, "all that ended", new PurgeInstancesFilter(
                before, after, [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated]));
            await PurgeAsync(stage, "all", new PurgeInstancesFilter(before, after));
        }) { Alone = true },
        new("Entity storage is cleaned", async stage =>
        {
            await stage.Client.Entities.SignalEntityAsync(stage.Journal("kept"), nameof(Journal.Add), "x");
            await stage.Client.Entities.SignalEntityAsync(stage.Journal("gone"), nameof(Journal.Remove));
            await stage.UntilWrittenAsync(stage.Journal("kept"), 1);
            await stage.HoldAsync(2);
            await stage.Client.Entities.CleanEntityStorageAsync();
            stage.Note("left", await stage.Client.Entities
                .GetAllEntitiesAsync(new EntityQuery { InstanceIdStartsWith = stage.Journal("").ToString(), IncludeTransient = true })
                .Select(entity => entity.Id.Key).ToListAsync());
        }) { Alone = true },
    ];

    private static async Task PurgeAsync(Stage stage, string label, PurgeInstancesFilter filter)
    {
        await stage.TryAsync($"purge {label}", async () => (await stage.Client.PurgeAllInstancesAsync(filter)).PurgedInstanceCount);
        var query = new OrchestrationQuery { InstanceIdPrefix = stage.Prefix };
        stage.Note($"left after {label}", await stage.Client.GetAllInstancesAsync(query)
            .Select(instance => $"{instance.InstanceId.Split('~')[1]}: {instance.RuntimeStatus}")
            .Order(StringComparer.Ordinal).ToListAsync());
    }
}
