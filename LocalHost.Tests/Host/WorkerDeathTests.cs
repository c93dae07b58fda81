using System.Net;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Host;

[Collection(HostProcesses.Name)]
public sealed class WorkerDeathTests
{
    [Fact]
    public async Task A_worker_killed_in_an_activity_makes_the_activity_fail_and_another_worker_goes_on()
    {
        await using var host = await TinyAppHost.StartAsync();
        var first = await host.WorkerAsync();
        await host.StartRunAsync("SlowOrch", "a", 60000);
        await host.AppWroteAsync("slowact-begin");

        await host.KillWorkerAsync();

        var (status, output) = await host.EndAsync("a");
        Assert.Equal("Failed", status);
        Assert.Equal(
            "Microsoft.DurableTask.TaskFailedException: Task 'SlowAct' (#0) failed with an unhandled exception: "
            + "Exception while executing function: Functions.SlowAct",
            output);
        Assert.NotEqual(first, await host.WorkerAsync());
    }

    [Fact]
    public async Task A_worker_killed_in_an_entity_operation_makes_the_operation_fail()
    {
        await using var host = await TinyAppHost.StartAsync();
        await host.StartRunAsync("EntSlow", "e", 60000);
        await host.AppWroteAsync("entity-slow-begin");

        await host.KillWorkerAsync();

        var (status, output) = await host.EndAsync("e");
        Assert.Equal("Failed", status);
        Assert.Contains("Operation 'Slow' of entity '@counter@slow' failed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_killed_in_an_orchestrator_has_it_run_again()
    {
        await using var host = await TinyAppHost.StartAsync();
        var worker = await host.WorkerAsync();
        await host.StartRunAsync("BlockOrch", "o", 5000);
        await host.AppWroteAsync("blockorch-begin");

        ProcessTable.Kill([worker]);

        Assert.Equal(("Completed", "ran"), await host.EndAsync("o"));
    }

    [Fact]
    public async Task Who_waits_for_a_function_whose_worker_dies_gets_500_with_nothing_in_it()
    {
        await using var host = await TinyAppHost.StartAsync();
        var worker = await host.WorkerAsync();
        var waiting = host.Http.GetAsync("/api/slow/60000", TestContext.Current.CancellationToken);

        // The request is under way when another one has been answered after it.
        Assert.Equal(worker, await host.WorkerAsync());
        await host.KillWorkerAsync();

        using var answer = await waiting;
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Workers_that_die_again_and_again_are_replaced_again_and_again()
    {
        await using var host = await TinyAppHost.StartAsync();
        var workers = new HashSet<int>();
        for (var i = 0; i < 4; i++)
        {
            workers.Add(await host.WorkerAsync());
            await host.KillWorkerAsync();
            await Eventually.TrueAsync(async () => !workers.Contains(await host.WorkerAsync()), "another worker answers");
        }

        Assert.Equal(4, workers.Count);
        Assert.False(host.HasExited);
    }
}
