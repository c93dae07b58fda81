using LocalHost.Tests.Sqlite.Support;

namespace LocalHost.Tests.Sqlite;

public sealed class EventTests
{
    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task Events_arrive_in_their_order(HubMode mode)
    {
        await using var hub = await new TestHub(mode).Orchestration("wait", async script =>
        {
            var text = "";
            while (text.Length < 5)
            {
                text += await script.EventAsync("e");
            }

            return text;
        }).StartAsync();
        await hub.StartAsync("wait", "w");
        foreach (var letter in "abcde")
        {
            await hub.RaiseAsync("w", "e", letter.ToString());
        }

        Assert.Equal("abcde", await hub.OutputOfAsync("w"));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task Events_that_nobody_took_are_carried_over_when_an_orchestration_continues_as_new(HubMode mode)
    {
        await using var hub = await new TestHub(mode).Orchestration("again", async script =>
        {
            var text = script.Input + await script.EventAsync("e");
            if (text.Length < 10)
            {
                script.Context.ContinueAsNew(text);
            }

            return text;
        }).StartAsync();
        await hub.StartAsync("again", "a", "");
        foreach (var letter in "abcdefghij")
        {
            await hub.RaiseAsync("a", "e", letter.ToString());
        }

        Assert.Equal("abcdefghij", await hub.OutputOfAsync("a"));
    }

    [Fact]
    public async Task What_is_sent_to_a_finished_or_unknown_instance_is_dropped()
    {
        await using var hub = await new TestHub().Orchestration("echo", script => script.CallAsync("echo", "x")).StartAsync();
        await hub.RunAsync("echo", "done");

        await hub.RaiseAsync("done", "e", "x");
        await hub.RaiseAsync("nobody", "e", "x");

        Assert.Equal(0, hub.Count("Inbox"));
        Assert.Null(await hub.StateOfAsync("nobody"));
        Assert.Equal("x", await hub.OutputOfAsync("done"));
    }
}
