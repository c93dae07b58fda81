using LocalHost.Tests.Support;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;
using Microsoft.DurableTask.Entities;

namespace LocalHost.Tests.Sqlite.Isolated;

/// <summary>The path of an isolated app: its client's gRPC, the extension's middleware, the worker's runners.</summary>
public sealed class IsolatedWorkerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Orchestrations_run(bool extendedSessions)
    {
        await using var host = await IsolatedHost.StartAsync(extendedSessions);

        Assert.Equal(20, (await host.RunAsync("Sequence", 20)).ReadOutputAs<int>());
        Assert.Equal(1275, (await host.RunAsync("FanOut", 50)).ReadOutputAs<int>());
        Assert.Equal(12, (await host.RunAsync("Parent", 4)).ReadOutputAs<int>());
        Assert.Equal(10, (await host.RunAsync("Again", 0)).ReadOutputAs<int>());
        Assert.True(File.Exists(host.FileOf("TestHub")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Entities_are_signalled_called_and_locked(bool extendedSessions)
    {
        await using var host = await IsolatedHost.StartAsync(extendedSessions);

        Assert.Equal("5 7", (await host.RunAsync("UseEntity")).ReadOutputAs<string>());
        Assert.Equal(7, (await host.Client.Entities.GetEntityAsync<int>(new EntityInstanceId("counter", "a"), Cancel))!.State);
        await host.Client.Entities.SignalEntityAsync(new EntityInstanceId("counter", "b"), "Add", 3, cancellation: Cancel);
        await Eventually.TrueAsync(async () =>
            (await host.Client.Entities.GetEntityAsync<int>(new EntityInstanceId("counter", "b"), Cancel))?.State == 3);
        List<string> all = [];
        await foreach (var entity in host.Client.Entities.GetAllEntitiesAsync(new EntityQuery { IncludeState = true, PageSize = 1 }))
        {
            all.Add($"{entity.Id}={entity.State.Value}");
        }

        Assert.Equal(["@counter@a=7", "@counter@b=3"], all);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failed_instance_goes_on_when_rewound(bool extendedSessions)
    {
        await using var host = await IsolatedHost.StartAsync(extendedSessions);

        var failed = await host.RunAsync("Fail", id: "fail");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("Break", failed.SerializedOutput, StringComparison.Ordinal);
        var activities = host.Worker.Activities;
        host.Worker.IsBroken = false;
        await host.Client.RewindInstanceAsync("fail", "mended", Cancel);
        await host.StatusAsync("fail", OrchestrationRuntimeStatus.Completed);

        Assert.Equal("2mended", (await host.EndOfAsync("fail")).ReadOutputAs<string>());
        Assert.Equal(activities, host.Worker.Activities);
    }

    [Fact]
    public async Task A_worker_that_lost_its_cache_is_sent_the_history()
    {
        await using var host = await IsolatedHost.StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", Cancel);
        await host.StatusAsync(id, OrchestrationRuntimeStatus.Running);

        host.Worker.Lose();
        await host.Client.RaiseEventAsync(id, "go", "x", Cancel);

        Assert.Equal("x", (await host.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_instance_is_suspended_resumed_terminated_restarted_and_purged()
    {
        await using var host = await IsolatedHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new StartOrchestrationOptions("w"), Cancel);
        await host.StatusAsync("w", OrchestrationRuntimeStatus.Running);
        await host.Client.SuspendInstanceAsync("w", "hold", Cancel);
        await host.StatusAsync("w", OrchestrationRuntimeStatus.Suspended);
        Assert.Equal("hold", (await host.Client.GetInstanceAsync("w", true, Cancel))!.SerializedOutput);
        await host.Client.RaiseEventAsync("w", "go", "late", Cancel);
        await host.Client.ResumeInstanceAsync("w", "go on", Cancel);
        Assert.Equal("late", (await host.EndOfAsync("w")).ReadOutputAs<string>());

        Assert.Equal("w", await host.Client.RestartAsync("w", cancellation: Cancel));
        await host.StatusAsync("w", OrchestrationRuntimeStatus.Running);
        await host.Client.TerminateInstanceAsync("w", "enough", Cancel);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.EndOfAsync("w")).RuntimeStatus);
        Assert.NotEmpty(await host.Client.GetOrchestrationHistoryAsync("w", Cancel));
        var purged = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(DateTimeOffset.MinValue), Cancel);
        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.Null(await host.Client.GetInstanceAsync("w", Cancel));
    }
}
