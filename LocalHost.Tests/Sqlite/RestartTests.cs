using System.Collections.Concurrent;
using DurableTask.Core;
using LocalHost.Tests.Sqlite.Support;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Sqlite;

public sealed class RestartTests
{
    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task Work_goes_on_after_a_restart(HubMode mode)
    {
        await using var hub = await new TestHub(mode).Orchestration("two", async script =>
            await script.EventAsync("e") + await script.EventAsync("e")).StartAsync();
        await hub.StartAsync("two", "t");
        await hub.RaiseAsync("t", "e", "one");
        await Eventually.TrueAsync(() => hub.Count("Inbox") == 0);

        await hub.RestartAsync();
        await hub.RaiseAsync("t", "e", "two");

        Assert.Equal("onetwo", await hub.OutputOfAsync("t"));
    }

    [Fact]
    public async Task What_the_file_says_in_the_middle_of_the_work_is_all_that_a_new_process_needs()
    {
        ConcurrentQueue<string> runs = new();
        await using var hub = await Configure(new TestHub(), runs).StartAsync();
        var ids = Enumerable.Range(0, 40).Select(i => $"m{i}").ToList();
        await Task.WhenAll(ids.Select(id => hub.StartAsync("mixed", id, id)));
        await Eventually.TrueAsync(() => runs.Count > 60);

        // As a kill leaves it: the file and what was written ahead, in the midst of commits. Only a moment between two of them is whole.
        var copy = Path.Combine(hub.Folder, "copy.db");
        await hub.Service.Store.WriteAsync(_ =>
        {
            File.Copy(hub.Path, copy);
            File.Copy(hub.Path + "-wal", copy + "-wal");
        });
        ConcurrentQueue<string> runsAfter = new();
        await using var next = Configure(new TestHub(path: copy), runsAfter);
        var underWay = next.Count("Task");
        await next.StartAsync();

        foreach (var id in ids)
        {
            Assert.Equal(string.Concat(Enumerable.Range(0, 6).Select(i => $"{id}.{i};")) + $"{id}.c;", await next.OutputOfAsync(id));
        }

        Assert.Equal(0, next.Count("Task") + next.Count("Inbox"));
        Assert.True(runsAfter.Count >= underWay);
        Assert.True(runsAfter.Count < 40 * 7, "finished activities ran again");
    }

    [Fact]
    public async Task A_host_that_stops_while_an_activity_runs_runs_it_again()
    {
        using SemaphoreSlim running = new(0);
        using SemaphoreSlim release = new(0);
        var blocks = true;
        await using var hub = await new TestHub().Activity("slow", input =>
        {
            running.Release();
            if (blocks)
            {
                release.Wait();
            }

            return input;
        }).Orchestration("call", script => script.CallAsync("slow", "x")).StartAsync();
        await hub.StartAsync("call", "c");
        await running.WaitAsync(TestContext.Current.CancellationToken);

        blocks = false;
        await hub.RestartAsync();
        release.Release();

        Assert.Equal("x", await hub.OutputOfAsync("c"));
        Assert.Equal(1, running.CurrentCount);
        Assert.Equal(OrchestrationStatus.Completed, (await hub.StateOfAsync("c"))!.OrchestrationStatus);
    }

    private static TestHub Configure(TestHub hub, ConcurrentQueue<string> runs) => hub
        .Activity("log", input =>
        {
            runs.Enqueue(input);
            return input + ";";
        })
        .Orchestration("child", script => script.CallAsync("log", script.Input + ".c"))
        .Orchestration("mixed", async script =>
        {
            var text = "";
            for (var i = 0; i < 3; i++)
            {
                text += await script.CallAsync("log", $"{script.Input}.{i}");
            }

            text += string.Concat(await Task.WhenAll(Enumerable.Range(3, 3).Select(i => script.CallAsync("log", $"{script.Input}.{i}"))));
            await script.SleepAsync(TimeSpan.FromMilliseconds(20));
            return text + await script.CallChildAsync("child", $"{script.Input}:c", script.Input);
        });
}
