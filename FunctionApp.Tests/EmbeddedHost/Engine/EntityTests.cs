using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

public sealed class EntityTests
{
    private static readonly EntityInstanceId Id = new("Ledger", "acct-1");

    private static TestFunctions Functions => new TestFunctions()
        .Entity("ledger", () => new Ledger())
        .Orchestrator("Call", async context =>
        {
            await context.Entities.SignalEntityAsync(Id, "Add", "b");
            await context.Entities.CallEntityAsync(Id, "add", "c");
            return await context.Entities.CallEntityAsync<string>(Id, "Get");
        })
        .Orchestrator("Fail", async context =>
        {
            await context.Entities.CallEntityAsync(Id, "Add", "a");
            try
            {
                await context.Entities.CallEntityAsync(Id, "AddThenFail", "lost");
                return "no failure";
            }
            catch (EntityOperationFailedException e)
            {
                var rest = await context.Entities.CallEntityAsync<string>(Id, "Get");
                return $"{e.EntityId} {e.OperationName} {e.FailureDetails.IsCausedBy<TimeoutException>()} {rest}";
            }
        })
        .Orchestrator("Started", context => Task.FromResult(context.GetInput<string>()));

    [Fact]
    public async Task Signals_and_calls_of_one_sender_are_run_in_order()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        await SignalAsync(bed, "Add", "a");

        Assert.Equal("abc", await bed.ResultAsync<string>("Call"));
    }

    [Fact]
    public async Task Many_signals_lose_nothing_and_keep_their_order_over_kills()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        for (var i = 0; i < 60; i++)
        {
            await SignalAsync(bed, "Add", (i % 10).ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (i % 20 == 10)
            {
                await bed.KillAsync();
            }
        }

        var expected = string.Concat(Enumerable.Repeat("0123456789", 6));
        await EngineBed.UntilAsync(async () => await StateAsync(bed) is { } s && s.Length >= expected.Length);
        Assert.Equal(expected, await StateAsync(bed));
    }

    [Fact]
    public async Task A_failed_operation_changes_and_sends_nothing_and_tells_its_caller()
    {
        await using var bed = await EngineBed.StartAsync(Functions);

        Assert.Equal("@ledger@acct-1 AddThenFail True a", await bed.ResultAsync<string>("Fail"));
        Assert.Null(await bed.Client.GetInstanceAsync("from-failure", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task State_and_messages_that_an_operation_wrote_before_it_failed_are_taken_back()
    {
        await using var bed = await EngineBed.StartAsync(Functions.Entity("ledger", () => new Raw()));
        await SignalAsync(bed, "good", "1");
        await SignalAsync(bed, "fail", "2");
        await SignalAsync(bed, "good", "3");

        await EngineBed.UntilAsync(async () => await StateAsync(bed) is { Length: > 1 });
        Assert.Equal("13", await StateAsync(bed));
        Assert.Null(await bed.Client.GetInstanceAsync("raw-2", TestContext.Current.CancellationToken));
        Assert.NotNull(await bed.Client.GetInstanceAsync("raw-3", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_scheduled_signal_arrives_at_its_time()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        await bed.Client.Entities.SignalEntityAsync(
            Id, "Add", "later", new SignalEntityOptions { SignalTime = bed.Time.GetUtcNow().AddHours(1) }, TestContext.Current.CancellationToken);
        await SignalAsync(bed, "Add", "now ");
        await EngineBed.UntilAsync(async () => await StateAsync(bed) == "now ");

        await bed.SleepAsync(TimeSpan.FromHours(1));

        await EngineBed.UntilAsync(async () => await StateAsync(bed) == "now later");
    }

    [Fact]
    public async Task An_entity_starts_orchestrations_and_signals_others()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        await SignalAsync(bed, "Spread", "x");

        Assert.Equal("x", (await StartedAsync()).ReadOutputAs<string>());
        await EngineBed.UntilAsync(async () => await StateAsync(bed, new("Ledger", "other")) == "x");

        async Task<OrchestrationMetadata> StartedAsync()
        {
            await EngineBed.UntilAsync(async () => await bed.Client.GetInstanceAsync("from-entity") is not null);
            return await bed.EndAsync("from-entity");
        }
    }

    [Fact]
    public async Task Entities_are_listed_by_prefix_in_pages_and_deleted_ones_are_gone()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        foreach (var key in "abcde")
        {
            await SignalAsync(bed, "Add", "x", new("Ledger", key.ToString()));
        }

        await SignalAsync(bed, "delete", null, new("Ledger", "c"));
        await EngineBed.UntilAsync(async () => await bed.Client.Entities.GetEntityAsync(new("Ledger", "e")) is not null
            && await bed.Client.Entities.GetEntityAsync(new("Ledger", "c")) is null);

        var pages = new List<int>();
        var keys = string.Empty;
        var all = bed.Client.Entities.GetAllEntitiesAsync<string>(new EntityQuery { InstanceIdStartsWith = "LEDGER", PageSize = 3 });
        await foreach (var page in all.AsPages().WithCancellation(TestContext.Current.CancellationToken))
        {
            pages.Add(page.Values.Count);
            keys += string.Concat(page.Values.Select(e => e.Id.Key));
        }

        Assert.Equal("abde", keys);
        Assert.Equal([3, 1], pages);
    }

    [Fact]
    public async Task A_call_of_an_unknown_entity_fails_and_does_not_hang()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Run", context =>
            context.Entities.CallEntityAsync<int>(new EntityInstanceId("nothing", "1"), "Get")));

        Assert.Equal("EntityTaskNotFound", (await bed.RunAsync("Run")).FailureDetails!.InnerFailure!.ErrorType);
    }

    private static Task SignalAsync(EngineBed bed, string operation, object? input, EntityInstanceId? id = null) =>
        bed.Client.Entities.SignalEntityAsync(id ?? Id, operation, input, null, CancellationToken.None);

    private static async Task<string?> StateAsync(EngineBed bed, EntityInstanceId? id = null) =>
        (await bed.Client.Entities.GetEntityAsync<string>(id ?? Id, includeState: true, CancellationToken.None))?.State;

    private sealed class Raw : ITaskEntity
    {
        public ValueTask<object?> RunAsync(TaskEntityOperation operation)
        {
            var input = operation.GetInput<string>()!;
            operation.State.SetState(operation.State.GetState<string>() + input);
            operation.Context.ScheduleNewOrchestration("Started", input, new StartOrchestrationOptions("raw-" + input));
            return operation.Name == "fail" ? throw new TimeoutException("failed") : default;
        }
    }

    private sealed class Ledger : TaskEntity<string>
    {
        public void Add(string text) => State += text;

        public string Get() => State;

        public async Task AddThenFail(string text, TaskEntityContext context)
        {
            State += text;
            context.ScheduleNewOrchestration("Started", text, new StartOrchestrationOptions("from-failure"));
            await Task.Yield();
            throw new TimeoutException("failed");
        }

        public ValueTask<int> Spread(string text)
        {
            Context.SignalEntity(new EntityInstanceId("ledger", "other"), "Add", text);
            Context.ScheduleNewOrchestration("Started", text, new StartOrchestrationOptions("from-entity"));
            return ValueTask.FromResult(1);
        }

        protected override string InitializeState(TaskEntityOperation entityOperation) => string.Empty;
    }
}
