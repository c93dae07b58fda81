using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;
using SemanticsApp.Entities;
using SemanticsApp.Orchestrations;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Lists of instances and entities.</summary>
public static class QueryScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("Instances by prefix, in pages", async stage =>
        {
            await StartAllAsync(stage);
            var query = new OrchestrationQuery { InstanceIdPrefix = stage.Prefix, PageSize = 3 };
            stage.Note("all", await ListAsync(stage, query));
            var pages = await stage.Client.GetAllInstancesAsync(query).AsPages(null, 3).ToListAsync();
            stage.Note("pages of at most three", pages.All(page => page.Values.Count <= 3));
            stage.Note("another page", await ListAsync(stage, query with { InstanceIdPrefix = stage.Id("nobody") }));
        }),
        new("Instances by status", async stage =>
        {
            await StartAllAsync(stage);
            var query = new OrchestrationQuery { InstanceIdPrefix = stage.Prefix };
            foreach (var status in Enum.GetValues<OrchestrationRuntimeStatus>())
            {
                stage.Note($"{status}", await ListAsync(stage, query with { Statuses = [status] }));
            }

            stage.Note("two", await ListAsync(stage, query with
            {
                Statuses = [OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Running],
            }));
            stage.Note("none", await ListAsync(stage, query with { Statuses = [] }));
        }),
        new("Instances by time", async stage =>
        {
            var before = DateTimeOffset.UtcNow;
            await stage.HoldAsync(0.1);
            await StartAllAsync(stage);
            await stage.HoldAsync(0.1);
            var after = DateTimeOffset.UtcNow;
            var query = new OrchestrationQuery { InstanceIdPrefix = stage.Prefix };
            stage.Note("created between", await ListAsync(stage, query with { CreatedFrom = before, CreatedTo = after }));
            stage.Note("created after", await ListAsync(stage, query with { CreatedFrom = after }));
            stage.Note("created before", await ListAsync(stage, query with { CreatedTo = before }));
        }),
        new("Instances with and without inputs and outputs", async stage =>
        {
            await stage.RunAsync(nameof(Payloads.Returns), "x");
            foreach (var fetch in new[] { true, false })
            {
                var query = new OrchestrationQuery { InstanceIdPrefix = stage.Prefix, FetchInputsAndOutputs = fetch };
                var instance = await stage.Client.GetAllInstancesAsync(query).SingleAsync();
                stage.Outcome[$"inputs and outputs {fetch}"] = Description.Of(instance);
            }
        }),
        new("Entities by name, with and without their state", async stage =>
        {
            foreach (var name in new[] { "a", "b", "c" })
            {
                await stage.Client.Entities.SignalEntityAsync(stage.Journal(name), nameof(Journal.Add), name);
                await stage.UntilWrittenAsync(stage.Journal(name), 1);
            }

            await stage.Client.Entities.SignalEntityAsync(stage.Journal("c"), nameof(Journal.Remove));
            await stage.UntilGoneAsync(stage.Journal("c"));
            var prefix = stage.Journal("").ToString();
            foreach (var state in new[] { true, false })
            {
                var query = new EntityQuery { InstanceIdStartsWith = prefix, IncludeState = state, PageSize = 2 };
                stage.Note($"with state {state}", await stage.Client.Entities.GetAllEntitiesAsync<List<string>>(query)
                    .Select(entity => $"{entity.Id} {(entity.IncludesState ? string.Join(',', entity.State) : "-")}")
                    .Order().ToListAsync());
            }

            stage.Note("of another name", await stage.Client.Entities
                .GetAllEntitiesAsync(new EntityQuery { InstanceIdStartsWith = "@nosuchentity@" }).CountAsync());
        }),
        new("Histories of a running instance and of nobody", async stage =>
        {
            var id = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo));
            await stage.ShowAsync("running", id);
            await stage.TryAsync("nobody", async () => (await stage.Client.GetOrchestrationHistoryAsync(stage.Id("nobody"))).Count);
        }),
    ];

    private static async Task StartAllAsync(Stage stage)
    {
        await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo), name: "running");
        await stage.StartAsync(nameof(Payloads.Returns), "x", "completed 1");
        await stage.StartAsync(nameof(Payloads.Returns), "x", "completed 2");
        await stage.StartAsync(nameof(Failures.FailsItself), "x", "failed");
        var terminated = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo), name: "terminated");
        await stage.Client.TerminateInstanceAsync(terminated, "enough");
        var suspended = await stage.StartUntilAsync("closed", nameof(EventWaits.GateThenGo), name: "suspended");
        await stage.Client.SuspendInstanceAsync(suspended, "wait");
        await stage.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Payloads.Returns), "x", new StartOrchestrationOptions(stage.Id("pending"), DateTimeOffset.UtcNow.AddHours(1)));
        await stage.UntilAsync(suspended, OrchestrationRuntimeStatus.Suspended);
        foreach (var name in new[] { "completed 1", "completed 2", "failed", "terminated" })
        {
            await stage.UntilAsync(stage.Id(name), instance => instance.IsCompleted);
        }
    }

    private static async Task<List<string>> ListAsync(Stage stage, OrchestrationQuery query) =>
        await stage.Client.GetAllInstancesAsync(query)
            .Select(instance => $"{instance.InstanceId.Split('~')[1]}: {instance.RuntimeStatus}")
            .Order(StringComparer.Ordinal).ToListAsync();
}
