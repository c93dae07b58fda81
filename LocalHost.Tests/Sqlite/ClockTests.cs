using System.Collections.Concurrent;
using System.Globalization;
using LocalHost.Tests.Sqlite.Support;
using LocalHost.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LocalHost.Tests.Sqlite;

/// <summary>Orchestrations go by the clock that the hub was given.</summary>
public sealed class ClockTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task Thirty_days_of_timers_pass_in_a_moment(HubMode mode)
    {
        await using var hub = await new TestHub(mode, _time).Orchestration("daily", async script =>
        {
            for (var day = 0; day < 30; day++)
            {
                await script.SleepAsync(TimeSpan.FromDays(1));
            }

            return script.Context.CurrentUtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        }).StartAsync();
        await hub.StartAsync("daily", "d");

        for (var day = 0; day < 30; day++)
        {
            await Eventually.TrueAsync(() => hub.Service.InMemory.Timers == 1);
            _time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal("2030-01-31T00:00:00.0000000Z", await hub.OutputOfAsync("d"));
        var state = (await hub.StateOfAsync("d"))!;
        Assert.Equal((new DateTime(2030, 1, 1), new DateTime(2030, 1, 31), new DateTime(2030, 1, 31)),
            (state.CreatedTime, state.CompletedTime, state.LastUpdatedTime));
        Assert.All(hub.Service.GetHistory("d"), e => Assert.Equal(2030, e.Timestamp.Year));
    }

    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task A_replay_goes_by_the_times_that_the_code_went_by_first_however_the_clock_moves_meanwhile(HubMode mode)
    {
        _time.AutoAdvanceAmount = TimeSpan.FromSeconds(1);
        ConcurrentBag<(int Step, DateTime At)> seen = [];
        await using var hub = await new TestHub(mode, _time).Orchestration("steps", async script =>
        {
            for (var step = 0; step < 5; step++)
            {
                seen.Add((step, script.Context.CurrentUtcDateTime));
                await script.CallAsync("echo", "x");
            }

            return "done";
        }).StartAsync();

        Assert.Equal("done", await hub.RunAsync("steps", "s"));

        Assert.All(seen.GroupBy(one => one.Step, one => one.At), times => Assert.Single(times.Distinct()));
    }

    [Fact]
    public async Task A_scheduled_signal_arrives_by_that_clock_and_once()
    {
        await using var hub = await new TestHub(HubMode.Kept, _time).StartAsync();
        await hub.SignalAsync("@counter@s", "add", "1", _time.GetUtcNow().UtcDateTime.AddHours(1));
        await Eventually.TrueAsync(() => hub.Service.InMemory.Timers == 1);
        Assert.Null(await hub.EntityAsync("@counter@s"));

        _time.Advance(TimeSpan.FromHours(1));

        await Eventually.TrueAsync(async () => await hub.EntityAsync("@counter@s") is "1");
        Assert.Equal(0, hub.Count("Inbox"));
    }

    [Fact]
    public async Task A_timer_that_came_due_while_nothing_ran_fires_at_the_start()
    {
        await using var hub = await new TestHub(HubMode.Kept, _time)
            .Orchestration("sleep", async script => await script.SleepAsync(TimeSpan.FromHours(1)) + "woke").StartAsync();
        await hub.StartAsync("sleep", "s");
        await Eventually.TrueAsync(() => hub.Service.InMemory.Timers == 1);
        await hub.StopAsync();
        _time.Advance(TimeSpan.FromHours(2));

        await hub.RestartAsync();

        Assert.Equal("woke", await hub.OutputOfAsync("s"));
    }
}
