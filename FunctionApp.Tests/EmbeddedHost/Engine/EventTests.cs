namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

public sealed class EventTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Events_are_kept_in_order_per_name_until_they_are_asked_for_in_any_case(bool kill)
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Collect", async context =>
        {
            await context.WaitForExternalEvent<string>("begin");
            var seen = string.Empty;
            for (var i = 0; i < 3; i++)
            {
                seen += await context.WaitForExternalEvent<string>("ITEM");
            }

            return seen + await context.WaitForExternalEvent<string>("other");
        }));
        var id = await bed.BeginAsync("Collect");
        await bed.RaiseAsync(id, "item", "1");
        await bed.RaiseAsync(id, "other", "x");
        await bed.RaiseAsync(id, "Item", "2");
        if (kill)
        {
            await bed.KillAsync();
        }

        await bed.RaiseAsync(id, "iTEM", "3");
        await bed.RaiseAsync(id, "begin");

        Assert.Equal("123x", (await bed.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Events_sent_one_after_another_arrive_in_that_order()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Collect", async context =>
        {
            var seen = new List<int>();
            while (seen.Count < 100)
            {
                seen.Add(await context.WaitForExternalEvent<int>("n"));
            }

            return seen;
        }));
        var id = await bed.BeginAsync("Collect");
        for (var i = 0; i < 100; i++)
        {
            await bed.RaiseAsync(id, "n", i);
        }

        Assert.Equal(Enumerable.Range(0, 100), (await bed.EndAsync(id)).ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task A_wait_that_times_out_is_cancelled_and_takes_no_later_event()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Wait", async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("go", TimeSpan.FromMinutes(5));
            }
            catch (TaskCanceledException)
            {
                return "then " + await context.WaitForExternalEvent<string>("go", TimeSpan.FromMinutes(5));
            }
        }));
        var id = await bed.BeginAsync("Wait");
        await bed.SleepAsync(TimeSpan.FromMinutes(5));
        await EngineBed.UntilAsync(async () => (await bed.HistoryAsync(id)).Count(r => r.FireAt is not null) == 2);
        await bed.RaiseAsync(id, "go", "it came");

        Assert.Equal("then it came", (await bed.EndAsync(id)).ReadOutputAs<string>());
        await bed.SleepersAsync(0);
    }

    [Fact]
    public async Task Of_several_waits_the_newest_gets_the_event_and_one_given_up_loses_none()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Waits", async context =>
        {
            using var end = new CancellationTokenSource();
            var oldest = context.WaitForExternalEvent<string>("e");
            var newer = context.WaitForExternalEvent<string>("e");
            var givenUp = context.WaitForExternalEvent<string>("e", end.Token);
            end.Cancel();
            return $"{await newer}{await oldest}{givenUp.IsCanceled}";
        }));
        var id = await bed.BeginAsync("Waits");
        await bed.RaiseAsync(id, "e", "1");
        await bed.RaiseAsync(id, "e", "2");

        Assert.Equal("12True", (await bed.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_orchestration_sends_events_to_another_and_to_nobody()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Orchestrator("Receive", context => context.WaitForExternalEvent<string>("news"))
            .Orchestrator("Send", context =>
            {
                context.SendEvent("receiver", "News", "hello");
                context.SendEvent("nobody", "News", "hello");
                return Task.FromResult(1);
            }));
        await bed.BeginAsync("Receive", id: "receiver");

        await bed.RunAsync("Send");

        Assert.Equal("hello", (await bed.EndAsync("receiver")).ReadOutputAs<string>());
        await bed.RaiseAsync("nobody", "news");
        await bed.RaiseAsync("receiver", "news", "too late");
    }
}
