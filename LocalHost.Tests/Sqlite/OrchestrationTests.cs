using System.Globalization;
using DurableTask.Core.History;
using LocalHost.Tests.Sqlite.Support;

namespace LocalHost.Tests.Sqlite;

public sealed class OrchestrationTests
{
    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task Activities_run_one_after_another(HubMode mode)
    {
        await using var hub = await new TestHub(mode).Activity("next", Next).Orchestration("sequence", SequenceAsync).StartAsync();

        Assert.Equal("20", await hub.RunAsync("sequence", "s", "20"));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task Activities_run_side_by_side(HubMode mode)
    {
        await using var hub = await new TestHub(mode).Orchestration("fan", async script =>
        {
            var echoes = Enumerable.Range(0, 100).Select(i => script.CallAsync("echo", i.ToString(CultureInfo.InvariantCulture)));
            return string.Join(',', await Task.WhenAll(echoes));
        }).StartAsync();

        Assert.Equal(string.Join(',', Enumerable.Range(0, 100)), await hub.RunAsync("fan", "f"));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task A_parent_waits_for_its_children(HubMode mode)
    {
        await using var hub = await new TestHub(mode).Activity("next", Next).Orchestration("sequence", SequenceAsync)
            .Orchestration("parent", async script =>
            {
                var counts = Enumerable.Range(1, 7).Select(i => i.ToString(CultureInfo.InvariantCulture));
                var children = counts.Select(count => script.CallChildAsync("sequence", $"{script.Id}:{count}", count));
                return string.Join(',', await Task.WhenAll(children));
            })
            .StartAsync();

        Assert.Equal("1,2,3,4,5,6,7", await hub.RunAsync("parent", "p"));
        Assert.Equal("p", (await hub.StateOfAsync("p:3"))!.ParentInstance.OrchestrationInstance.InstanceId);
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task An_orchestration_continues_as_new_and_keeps_only_its_last_history(HubMode mode)
    {
        await using var hub = await new TestHub(mode).Activity("next", Next).Orchestration("again", async script =>
        {
            var next = await script.CallAsync("next", script.Input);
            if (!string.Equals(next, "20", StringComparison.Ordinal))
            {
                script.Context.ContinueAsNew(next);
            }

            return next;
        }).StartAsync();

        Assert.Equal("20", await hub.RunAsync("again", "a", "0"));
        Assert.Single(hub.Service.GetHistory("a"), e => e.EventType == EventType.TaskCompleted);
        Assert.Equal("\"19\"", (await hub.StateOfAsync("a"))!.Input);
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task An_activity_that_fails_is_tried_again(HubMode mode)
    {
        var tries = 0;
        await using var hub = await new TestHub(mode)
            .Activity("flaky", input => ++tries < 3 ? throw new InvalidOperationException("not yet") : input + tries)
            .Orchestration("retry", script => script.RetryAsync("flaky", "ok"))
            .StartAsync();

        Assert.Equal("ok3", await hub.RunAsync("retry", "r"));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task A_timer_wakes_an_orchestration_and_never_early(HubMode mode)
    {
        await using var hub = await new TestHub(mode).Orchestration("sleep", async script =>
        {
            var due = script.Context.CurrentUtcDateTime.AddMilliseconds(200);
            await script.Context.CreateTimer(due, "");
            return script.Context.CurrentUtcDateTime >= due ? "woke" : "early";
        }).StartAsync();

        Assert.Equal("woke", await hub.RunAsync("sleep", "s"));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task A_timer_that_was_cancelled_is_left_behind(HubMode mode)
    {
        await using var hub = await new TestHub(mode).Orchestration("race", async script =>
        {
            using CancellationTokenSource cancellation = new();
            var timer = script.Context.CreateTimer(script.Context.CurrentUtcDateTime.AddDays(1), "", cancellation.Token);
            var first = await script.CallAsync("echo", "first");
#pragma warning disable MA0042, CA1849 // an orchestration has one thread, and CancelAsync another
            cancellation.Cancel();
#pragma warning restore MA0042, CA1849
            return first + timer.IsCanceled;
        }).StartAsync();

        Assert.Equal("firstTrue", await hub.RunAsync("race", "r"));
        Assert.Equal(0, hub.Count("Inbox"));
    }

    private static string Next(string input) => (int.Parse(input, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

    private static async Task<string> SequenceAsync(Script script)
    {
        var value = "0";
        for (var i = 0; i < int.Parse(script.Input, CultureInfo.InvariantCulture); i++)
        {
            value = await script.CallAsync("next", value);
        }

        return value;
    }
}
