using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

public sealed class RetryTests
{
    [Fact]
    public async Task Pauses_grow_by_the_coefficient_up_to_the_longest()
    {
        var policy = new RetryPolicy(6, TimeSpan.FromSeconds(10), 3, TimeSpan.FromSeconds(60));
        await using var bed = await FailingBed(policy, succeedAt: 6);
        var id = await bed.BeginAsync("Run");

        foreach (var pause in new[] { 10, 30, 60, 60, 60 })
        {
            await bed.SleepAsync(TimeSpan.FromSeconds(pause - 1));
            var calls = bed.Functions.CallsOf("Try");
            await bed.SleepAsync(TimeSpan.FromSeconds(1));
            await EngineBed.UntilAsync(() => bed.Functions.CallsOf("Try") == calls + 1);
        }

        Assert.Equal(6, (await bed.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task After_the_last_attempt_the_failure_comes_through_without_a_further_wait()
    {
        await using var bed = await FailingBed(new(3, TimeSpan.FromMinutes(1)), succeedAt: 99);
        var id = await bed.BeginAsync("Run");
        await bed.SleepAsync(TimeSpan.FromMinutes(1));
        await bed.SleepAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("attempt 3", (await bed.EndAsync(id)).FailureDetails!.InnerFailure!.ErrorMessage);
        Assert.Equal((3, 0), (bed.Functions.CallsOf("Try"), bed.Engine.Counters.Sleepers));
    }

    [Fact]
    public async Task After_the_retry_timeout_there_is_no_further_attempt()
    {
        await using var bed = await FailingBed(new(99, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromMinutes(2)), succeedAt: 99);
        var id = await bed.BeginAsync("Run");
        await bed.SleepAsync(TimeSpan.FromMinutes(1));
        await bed.SleepAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await bed.EndAsync(id)).RuntimeStatus);
        Assert.Equal(3, bed.Functions.CallsOf("Try"));
    }

    [Fact]
    public async Task Failures_that_the_policy_does_not_handle_are_not_retried()
    {
        var policy = new RetryPolicy(9, TimeSpan.FromMinutes(1)) { HandleFailure = failure => !failure.IsCausedBy<TimeoutException>() };
        await using var bed = await FailingBed(policy, succeedAt: 99);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await bed.RunAsync("Run")).RuntimeStatus);
        Assert.Equal(1, bed.Functions.CallsOf("Try"));
    }

    [Fact]
    public async Task A_retry_survives_a_kill_between_its_attempts()
    {
        await using var bed = await FailingBed(new(3, TimeSpan.FromMinutes(1)), succeedAt: 3);
        var id = await bed.BeginAsync("Run");
        await bed.SleepersAsync(1);
        await bed.KillAsync();
        await bed.SleepAsync(TimeSpan.FromMinutes(1));
        await EngineBed.UntilAsync(() => bed.Functions.CallsOf("Try") == 2);
        await bed.SleepersAsync(1);
        await bed.KillAsync();
        await bed.SleepAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(3, (await bed.EndAsync(id)).ReadOutputAs<int>());
        Assert.Equal(3, bed.Functions.CallsOf("Try"));
    }

    [Fact]
    public async Task Handlers_decide_and_may_wait_durably()
    {
        var attempts = 0;
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Activity<int, int>("Try", _ => Interlocked.Increment(ref attempts) < 3 ? throw new TimeoutException() : 1)
            .Orchestrator("Sync", context => context.CallActivityAsync<int>("Try", options: TaskOptions.FromRetryHandler(
                (RetryHandler)(retry => retry.LastAttemptNumber < 2))))
            .Orchestrator("Async", context => context.CallActivityAsync<int>("Try", options: TaskOptions.FromRetryHandler(async retry =>
            {
                await retry.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(1), retry.CancellationToken);
                return retry.LastFailure.IsCausedBy<TimeoutException>();
            }))));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await bed.RunAsync("Sync")).RuntimeStatus);
        Assert.Equal(2, attempts);
        attempts = 0;
        var id = await bed.BeginAsync("Async");
        await bed.SleepAsync(TimeSpan.FromMinutes(1));
        await EngineBed.UntilAsync(() => attempts == 2);
        await bed.SleepAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await bed.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Sub_orchestrations_are_retried_too()
    {
        var runs = 0;
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Orchestrator("Child", _ => Interlocked.Increment(ref runs) < 3 ? throw new TimeoutException() : Task.FromResult(runs))
            .Orchestrator("Run", context => context.CallSubOrchestratorAsync<int>(
                "Child", options: TaskOptions.FromRetryPolicy(new(5, TimeSpan.FromMinutes(1))).WithInstanceId("the-child"))));
        var id = await bed.BeginAsync("Run");
        await bed.SleepAsync(TimeSpan.FromMinutes(1));
        await EngineBed.UntilAsync(() => runs == 2);
        await bed.SleepAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(3, (await bed.EndAsync(id)).ReadOutputAs<int>());
    }

    private static Task<EngineBed> FailingBed(RetryPolicy policy, int succeedAt)
    {
        var attempts = 0;
        return EngineBed.StartAsync(new TestFunctions()
            .Activity<int, int>("Try", _ => Interlocked.Increment(ref attempts) < succeedAt ? throw new TimeoutException($"attempt {attempts}") : attempts)
            .Orchestrator("Run", context => context.CallActivityAsync<int>("Try", options: TaskOptions.FromRetryPolicy(policy))));
    }
}
