using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

public sealed class EntityLockTests
{
    private static readonly EntityInstanceId A = new("account", "a");
    private static readonly EntityInstanceId B = new("account", "b");

    private static TestFunctions Functions => new TestFunctions()
        .Entity("account", () => new Account())
        .Orchestrator("Move", context => MoveAsync(context, context.GetInput<bool>() ? [A, B] : [B, A]))
        .Orchestrator("Hold", async context =>
        {
            await using (await context.Entities.LockEntitiesAsync(A))
            {
                return await context.WaitForExternalEvent<string>("go");
            }
        })
        .Orchestrator("Misuse", async context =>
        {
            var errors = new List<string>();
            await using (await context.Entities.LockEntitiesAsync(A))
            {
                errors.Add(await ErrorAsync(() => context.Entities.SignalEntityAsync(A, "Set", 1)));
                errors.Add(await ErrorAsync(() => context.Entities.CallEntityAsync(B, "Set", 1)));
                errors.Add(await ErrorAsync(() => context.Entities.LockEntitiesAsync(B)));
                errors.Add(await ErrorAsync(() => context.CallSubOrchestratorAsync("Move", true)));
                errors.Add(context.Entities.InCriticalSection() ? "in" : "out");
            }

            errors.Add(context.Entities.InCriticalSection() ? "in" : "out");
            return errors;
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reading_and_writing_two_entities_is_one_section_for_all(bool kill)
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => bed.BeginAsync("Move", i % 2 == 0)));
        for (var i = 0; kill && i < 5; i++)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
            await bed.KillAsync();
        }

        foreach (var id in ids)
        {
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await bed.EndAsync(id)).RuntimeStatus);
        }

        Assert.Equal((-20, 20), (await StateAsync(bed, A), await StateAsync(bed, B)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_others_send_waits_for_the_lock_even_if_its_holder_is_terminated(bool terminate)
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        await bed.Client.Entities.SignalEntityAsync(A, "Set", 1, cancellation: TestContext.Current.CancellationToken);
        var holder = await bed.BeginAsync("Hold");
        await EngineBed.UntilAsync(async () => (await bed.Client.Entities.GetEntityAsync(A))?.LockedBy == holder);
        await bed.Client.Entities.SignalEntityAsync(A, "Set", 2, cancellation: TestContext.Current.CancellationToken);
        await bed.KillAsync();
        await EngineBed.UntilAsync(() => bed.Engine.Counters.Mailboxes == 1);
        Assert.Equal(1, await StateAsync(bed, A));

        if (terminate)
        {
            await bed.Client.TerminateInstanceAsync(holder, TestContext.Current.CancellationToken);
        }
        else
        {
            await bed.RaiseAsync(holder, "go", "went");
        }

        await EngineBed.UntilAsync(async () => await StateAsync(bed, A) == 2);
        await EngineBed.UntilAsync(async () => (await bed.Client.Entities.GetEntityAsync(A))?.LockedBy is null);
    }

    [Fact]
    public async Task A_request_whose_orchestration_has_ended_locks_nothing()
    {
        await using var bed = await EngineBed.StartAsync(Functions);
        var first = await bed.BeginAsync("Hold");
        await EngineBed.UntilAsync(async () => (await bed.HistoryAsync(first)).Count(r => r.Kind.ToString() == "EntityLockGranted") == 1);
        var second = await bed.BeginAsync("Hold");
        await EngineBed.UntilAsync(async () => (await bed.HistoryAsync(second)).Any(r => r.Kind.ToString() == "EntityLockRequested"));
        await bed.Client.TerminateInstanceAsync(second, TestContext.Current.CancellationToken);
        await bed.EndAsync(second);

        await bed.RaiseAsync(first, "go", "went");
        var third = await bed.BeginAsync("Hold");
        await bed.RaiseAsync(third, "go", "too");

        Assert.Equal("too", (await bed.EndAsync(third)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task What_could_deadlock_is_refused_inside_the_section()
    {
        await using var bed = await EngineBed.StartAsync(Functions);

        var errors = await bed.ResultAsync<string[]>("Misuse");

        Assert.Equal(["InvalidOperationException", "InvalidOperationException", "InvalidOperationException", "InvalidOperationException", "in", "out"], errors!);
    }

    private static async Task<int> MoveAsync(TaskOrchestrationContext context, EntityInstanceId[] entities)
    {
        await using (await context.Entities.LockEntitiesAsync(entities))
        {
            var a = await context.Entities.CallEntityAsync<int>(A, "Get");
            var b = await context.Entities.CallEntityAsync<int>(B, "Get");
            await context.Entities.CallEntityAsync(A, "Set", a - 1);
            await context.Entities.CallEntityAsync(B, "Set", b + 1);
            return a;
        }
    }

    private static async Task<string> ErrorAsync(Func<Task> call)
    {
        try
        {
            await call();
            return "none";
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }

    private static async Task<int> StateAsync(EngineBed bed, EntityInstanceId id) =>
        (await bed.Client.Entities.GetEntityAsync<int>(id, includeState: true, CancellationToken.None))?.State ?? 0;

    private sealed class Account : TaskEntity<int>
    {
        public int Get() => State;

        public void Set(int value) => State = value;
    }
}
