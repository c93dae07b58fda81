using System.Collections.Concurrent;
using FuseDeskFlows.EmbeddedHost.Engine;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

public sealed class ReplayTests
{
    [Fact]
    public async Task A_killed_run_goes_on_where_it_was_and_repeats_no_activity_that_had_ended()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Activity<int, int>("Step", n => n)
            .Orchestrator("Run", async context =>
            {
                var guids = new List<Guid> { context.NewGuid() };
                var times = new List<DateTime> { context.CurrentUtcDateTime };
                for (var i = 0; i < 5; i++)
                {
                    await context.CallActivityAsync("Step", i);
                    await context.WaitForExternalEvent<string>("next");
                    guids.Add(context.NewGuid());
                    times.Add(context.CurrentUtcDateTime);
                }

                return (guids, times, context.IsReplaying);
            }));
        var id = await bed.BeginAsync("Run");
        for (var i = 0; i < 5; i++)
        {
            await EngineBed.UntilAsync(async () => (await bed.HistoryAsync(id)).Count(r => r.Kind == HistoryKind.TaskCompleted) == i + 1);
            bed.Time.Advance(TimeSpan.FromMinutes(1));
            await bed.KillAsync();
            await bed.RaiseAsync(id, "next");
        }

        var (guids, times, replaying) = (await bed.EndAsync(id)).ReadOutputAs<(List<Guid>, List<DateTime>, bool)>();

        Assert.Equal(5, bed.Functions.Calls.Count);
        Assert.Equal(6, guids.Distinct().Count());
        Assert.Equal([0, 1, 2, 3, 4, 5], times.Select(t => (int)(t - times[0]).TotalMinutes));
        Assert.False(replaying);
    }

    [Fact]
    public async Task An_activity_that_was_cut_off_by_a_kill_runs_again()
    {
        var runs = 0;
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Activity<int, int>("Long", async (n, stop) =>
            {
                if (Interlocked.Increment(ref runs) == 1)
                {
                    await Task.Delay(Timeout.Infinite, stop);
                }

                return n;
            })
            .Orchestrator("Run", context => context.CallActivityAsync<int>("Long", 4)));
        var id = await bed.BeginAsync("Run");
        await EngineBed.UntilAsync(() => runs == 1);

        await bed.KillAsync();

        Assert.Equal(4, (await bed.EndAsync(id)).ReadOutputAs<int>());
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task An_orderly_stop_lets_a_running_activity_end_and_keeps_its_result()
    {
        using var going = new SemaphoreSlim(0);
        var runs = 0;
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Activity<int, int>("Long", async (n, _) =>
            {
                Interlocked.Increment(ref runs);
                await going.WaitAsync(CancellationToken.None);
                return n;
            })
            .Orchestrator("Run", context => context.CallActivityAsync<int>("Long", 4)));
        var id = await bed.BeginAsync("Run");
        await EngineBed.UntilAsync(() => runs == 1);

        var restart = bed.RestartAsync(CancellationToken.None);
        going.Release();
        await restart;

        Assert.Equal(4, (await bed.EndAsync(id)).ReadOutputAs<int>());
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_stop_that_runs_out_of_time_tells_the_activity_and_leaves_it_for_the_next_start()
    {
        var runs = 0;
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Activity<int, int>("Long", async (n, stop) =>
            {
                if (Interlocked.Increment(ref runs) == 1)
                {
                    await Task.Delay(Timeout.Infinite, stop);
                }

                return n;
            })
            .Orchestrator("Run", context => context.CallActivityAsync<int>("Long", 4)));
        var id = await bed.BeginAsync("Run");
        await EngineBed.UntilAsync(() => runs == 1);

        await bed.RestartAsync(new CancellationToken(canceled: true));

        Assert.Equal(4, (await bed.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_evicted_run_is_rebuilt_when_something_arrives()
    {
        await using var bed = await EngineBed.StartAsync(
            new TestFunctions()
                .Activity<int, int>("Step", n => n)
                .Orchestrator("Run", async context =>
                    await context.CallActivityAsync<int>("Step", 1) + await context.WaitForExternalEvent<int>("n") + await context.WaitForExternalEvent<int>("n")),
            options => options with { MaxCachedInstances = 0 });
        var id = await bed.BeginAsync("Run");
        await bed.RaiseAsync(id, "n", 10);
        await EngineBed.UntilAsync(() => bed.Engine.Counters.Mailboxes == 0);
        Assert.Equal(0, bed.Engine.Counters.CachedInstances);
        await bed.RaiseAsync(id, "n", 100);

        Assert.Equal(111, (await bed.EndAsync(id)).ReadOutputAs<int>());
        Assert.Equal(1, bed.Functions.CallsOf("Step"));
    }

    [Theory]
    [InlineData("B", "at step 1: history has activity 'A', the code asked for activity 'B'")]
    [InlineData("timer", "at step 1: history has activity 'A', the code asked for a timer")]
    [InlineData("nothing", "at step 1: history has activity 'A', the code asked for nothing")]
    [InlineData("more", "at step 2: history has nothing, the code asked for activity 'A'")]
    public async Task Code_that_changed_under_a_run_fails_it_naming_the_step(string change, string error)
    {
        var changed = "A";
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Activity<int, int>("A", n => n)
            .Orchestrator("Run", async context =>
            {
                await context.CallActivityAsync("A", 0);
                try
                {
                    if (changed is "A" or "B" or "more")
                    {
                        _ = context.CallActivityAsync(changed == "more" ? "A" : changed, 1);
                    }

                    if (changed == "more")
                    {
                        _ = context.CallActivityAsync("A", 2);
                    }

                    if (changed == "timer")
                    {
                        _ = context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                    }
                }
                catch (Exception)
                {
                    // What the code makes of the error must not matter.
                }

                return await context.WaitForExternalEvent<string>("go");
            }));
        var id = await bed.BeginAsync("Run");
        await EngineBed.UntilAsync(async () => (await bed.HistoryAsync(id)).Count(r => r.Kind == HistoryKind.TaskCompleted) == 2);

        changed = change;
        await bed.KillAsync();
        await bed.RaiseAsync(id, "go", "went");

        var end = await bed.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Non-deterministic", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains(error, end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_safe_loggers_say_each_thing_once()
    {
        using var log = new Lines();
        await using var bed = await EngineBed.StartAsync(
            new TestFunctions().Orchestrator("Run", async context =>
            {
                var logger = context.CreateReplaySafeLogger("test");
                logger.LogInformation("started");
                await context.WaitForExternalEvent<string>("go");
                logger.LogInformation("went on");
                return 1;
            }),
            loggers: log);
        var id = await bed.BeginAsync("Run");
        await EngineBed.UntilAsync(() => log.Said.Contains("started"));
        await EngineBed.UntilAsync(async () => (await bed.StateAsync(id)).IsRunning);
        await bed.KillAsync();
        await bed.RaiseAsync(id, "go");
        await bed.EndAsync(id);

        Assert.Equal(["started", "went on"], log.Said);
    }

    private sealed class Lines : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> Said { get; } = new();

        public ILogger CreateLogger(string categoryName) => categoryName == "test" ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
            // Nothing to release.
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Enqueue(formatter(state, exception));
    }
}
