using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FuseDeskFlows.Tests.EmbeddedHost.Timers;

public sealed class TimerFunctionTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Recorder _recorder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 10, 20, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_runs_when_it_is_due_and_not_before()
    {
        await using var host = await StartAsync<TimerSamples>();
        Assert.Contains("\tHourly: timerTrigger (0 0 * * * *)", host.Output, StringComparison.Ordinal);
        await AdvanceAsync(TimeSpan.FromMinutes(39), 0);
        await AdvanceAsync(TimeSpan.FromMinutes(1), 1);
        await AdvanceAsync(TimeSpan.FromHours(1), 2);
        Assert.Equal(["late=False last=00:00 next=11:00", "late=False last=11:00 next=12:00"], _recorder.Lines);
    }

    [Fact]
    public async Task A_run_missed_while_the_host_was_down_is_made_up_for_once()
    {
        await using (await StartAsync<TimerSamples>())
        {
            await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
        }

        _time.Advance(TimeSpan.FromHours(3.5));

        await using var host = await StartAsync<TimerSamples>();
        await Eventually.TrueAsync(() => _recorder.Lines.Count == 2, "the missed run is made up for");
        Assert.Equal("late=True last=11:00 next=12:00", _recorder.Lines[1]);
        await AdvanceAsync(TimeSpan.FromMinutes(30), 3);
        Assert.Equal("late=False last=14:30 next=15:00", _recorder.Lines[2]);
    }

    [Fact]
    public async Task A_state_that_cannot_be_kept_does_not_end_the_schedule()
    {
        Directory.CreateDirectory(_folder.File("state"));
        _folder.With("state/timers", "in the way of the folder");
        await using var host = await HostAsync<TimerSamples>();
        await Eventually.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromMinutes(30));
                return _recorder.Lines.Count >= 2;
            },
            "it goes on");
    }

    [Fact]
    public async Task Nothing_is_made_up_for_if_nothing_was_missed()
    {
        await using (await StartAsync<TimerSamples>())
        {
            await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
        }

        _time.Advance(TimeSpan.FromMinutes(30));

        await using var host = await StartAsync<TimerSamples>();
        await AdvanceAsync(TimeSpan.FromMinutes(30), 2);
        Assert.Equal("late=False last=11:00 next=12:00", _recorder.Lines[1]);
    }

    [Fact]
    public async Task A_schedule_of_seconds_is_not_monitored_and_run_on_startup_is_not_late()
    {
        await using var host = await StartAsync<EagerTimer>();
        await Eventually.TrueAsync(() => _recorder.Lines.Count == 1, "it runs at the start");
        await AdvanceAsync(TimeSpan.FromSeconds(10), 2);
        Assert.All(_recorder.Lines, line => Assert.Equal("late=False monitored=False", line));
        Assert.False(Directory.Exists(_folder.File("state/timers")));
    }

    [Fact]
    public async Task It_does_not_overlap_with_itself()
    {
        using var gate = new SemaphoreSlim(0);
        await using var host = await StartAsync<SlowTimer>(gate);
        await AdvanceAsync(TimeSpan.FromMinutes(1), 1);
        _time.Advance(TimeSpan.FromMinutes(3));
        gate.Release();

        // The three that fell due meanwhile become one, right after.
        await Eventually.TrueAsync(() => _recorder.Lines.Count == 3, "the second run starts");
        Assert.Equal(["start", "end", "start"], _recorder.Lines);
        gate.Release();
        await Eventually.TrueAsync(() => _recorder.Lines.Count == 4, "the second run ends");
        await AdvanceAsync(TimeSpan.FromSeconds(59), 4);
        await AdvanceAsync(TimeSpan.FromSeconds(1), 5);
        gate.Release();
    }

    private Task<TestHost> HostAsync<T>(SemaphoreSlim? gate = null) => TestHost.StartAsync(new TestHostOptions(_folder, typeof(T))
    {
        Time = _time,
        Configure = builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Audit:Schedule", "0 0 * * * *")]);
            builder.Services.AddSingleton(_recorder);
            if (gate is not null)
            {
                builder.Services.AddSingleton(gate);
            }
        },
    });

    private async Task<TestHost> StartAsync<T>(SemaphoreSlim? gate = null)
    {
        var host = await HostAsync<T>(gate);

        // The listener lives on another thread; by now it has looked at the clock.
        await Eventually.TrueAsync(
            () => _recorder.Lines.Count > 0 || Directory.Exists(_folder.File("state/timers")) && Directory.EnumerateFiles(_folder.File("state/timers"), "*.json").Any(),
            "the listener has started");
        return host;
    }

    private async Task AdvanceAsync(TimeSpan by, int runs)
    {
        _time.Advance(by);
        await Task.Delay(20, TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => _recorder.Lines.Count >= runs, $"{runs} runs are recorded");
        Assert.Equal(runs, _recorder.Lines.Count);
    }
}
