using System.Text.Json;
using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Jobs.Timers;
using LocalHost.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LocalHost.Tests.Timers;

public sealed class TimerServiceTests : IDisposable
{
    private const string Hourly = "0 0 * * * *";
    private const string EveryMinute = "0 * * * * *";

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 10, 20, 0, TimeSpan.Zero));
    private readonly RecordingCaller _caller;

    public TimerServiceTests() => _caller = new RecordingCaller(_time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_runs_when_it_is_due_and_not_before()
    {
        using var timers = Start(Hourly);
        await AdvanceAsync(TimeSpan.FromMinutes(39), 0);
        await AdvanceAsync(TimeSpan.FromMinutes(1), 1);
        await AdvanceAsync(TimeSpan.FromHours(1), 2);
        Assert.Equal(["11:00:00 due last=00:00:00 next=11:00:00", "12:00:00 due last=11:00:00 next=12:00:00"], _caller.Lines);
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public async Task The_function_is_told_what_the_Functions_host_tells_it()
    {
        using var timers = Start(Hourly);
        await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
        const string Never = "0001-01-01T00:00:00+00:00";
        Assert.Equal(
            $$"""
            {"Schedule":{"AdjustForDST":true},
            "ScheduleStatus":{"Last":"{{Never}}","Next":"2026-03-01T11:00:00+00:00","LastUpdated":"{{Never}}"},
            "IsPastDue":false}
            """.ReplaceLineEndings(""),
            Assert.Single(_caller.Payloads));
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public async Task Times_are_those_of_the_time_zone()
    {
        using var timers = Start("0 0 13 * * *", zone: "Europe/Berlin");
        await AdvanceAsync(TimeSpan.FromMinutes(100), 1);
        Assert.Contains("\"Next\":\"2026-03-01T13:00:00+01:00\"", Assert.Single(_caller.Payloads), StringComparison.Ordinal);
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public async Task Runs_missed_while_the_host_was_down_are_made_up_for_by_one()
    {
        using (var before = Start(Hourly))
        {
            await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
            await before.StopAsync(Cancel);
        }

        _time.Advance(TimeSpan.FromHours(3.5));
        using var timers = Start(Hourly, runOnStartup: true);
        await AdvanceAsync(TimeSpan.Zero, 2);
        await AdvanceAsync(TimeSpan.FromMinutes(30), 3);
        Assert.Equal(["14:30:00 late last=11:00:00 next=12:00:00", "15:00:00 due last=14:30:00 next=15:00:00"], _caller.Lines.Skip(1));
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_run_missed_before_the_first_one_is_made_up_for()
    {
        using (var before = Start(Hourly))
        {
            await before.StopAsync(Cancel);
        }

        _time.Advance(TimeSpan.FromHours(2));
        using var timers = Start(Hourly);
        await AdvanceAsync(TimeSpan.Zero, 1);
        Assert.Equal(["12:20:00 late last=00:00:00 next=11:00:00"], _caller.Lines);
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_run_cut_off_by_the_end_of_the_process_is_made_up_for()
    {
        _caller.Run = token => Task.Delay(Timeout.Infinite, token);
        using var killed = Start(Hourly);
        await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
        _caller.Run = _ => Task.CompletedTask;
        using (var copy = new TempFolder())
        {
            File.Copy(_folder.File("timers.json"), copy.File("timers.json"));
            _time.Advance(TimeSpan.FromMinutes(5));
            using var timers = Start(Hourly, folder: copy.Path);
            await AdvanceAsync(TimeSpan.Zero, 2);
            Assert.Equal("11:05:00 late last=00:00:00 next=11:00:00", _caller.Lines[1]);
            await timers.StopAsync(Cancel);
        }

        await killed.StopAsync(new CancellationToken(canceled: true));
    }

    [Fact]
    public async Task Nothing_is_made_up_for_if_nothing_was_missed()
    {
        using (var before = Start(Hourly))
        {
            await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
            await before.StopAsync(Cancel);
        }

        _time.Advance(TimeSpan.FromMinutes(30));
        using var timers = Start(Hourly);
        await AdvanceAsync(TimeSpan.FromMinutes(30), 2);
        Assert.Equal("12:00:00 due last=11:00:00 next=12:00:00", _caller.Lines[1]);
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_schedule_that_was_changed_makes_up_for_nothing_it_never_had()
    {
        using (var before = Start(Hourly))
        {
            await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
            await before.StopAsync(Cancel);
        }

        _time.Advance(TimeSpan.FromMinutes(90));
        using var timers = Start("0 45 * * * *");
        await AdvanceAsync(TimeSpan.FromMinutes(15), 2);
        Assert.Equal("12:45:00 due last=00:00:00 next=12:45:00", _caller.Lines[1]);
        await timers.StopAsync(Cancel);
    }

    [Theory]
    [InlineData("*/10 * * * * *")]
    [InlineData("00:00:10")]
    public async Task A_schedule_of_seconds_is_not_monitored_and_run_on_startup_is_not_late(string schedule)
    {
        using var timers = Start(schedule, runOnStartup: true);
        await AdvanceAsync(TimeSpan.Zero, 1);
        await AdvanceAsync(TimeSpan.FromSeconds(10), 2);
        Assert.Equal(["10:20:00 due unmonitored", "10:20:10 due unmonitored"], _caller.Lines);
        Assert.False(File.Exists(_folder.File("timers.json")));
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_timer_that_is_not_to_be_monitored_makes_up_for_nothing()
    {
        using (var before = Start(Hourly, useMonitor: false))
        {
            await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
            await before.StopAsync(Cancel);
        }

        _time.Advance(TimeSpan.FromHours(2));
        using var timers = Start(Hourly, useMonitor: false);
        await AdvanceAsync(TimeSpan.FromHours(1), 2);
        Assert.Equal("14:00:00 due unmonitored", _caller.Lines[1]);
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public async Task It_does_not_overlap_with_itself()
    {
        using var gate = new SemaphoreSlim(0);
        _caller.Run = gate.WaitAsync;
        using var timers = Start(EveryMinute);
        await AdvanceAsync(TimeSpan.FromMinutes(1), 1);
        await AdvanceAsync(TimeSpan.FromMinutes(3), 1);
        gate.Release();

        // The three that fell due meanwhile become one, right after.
        await AdvanceAsync(TimeSpan.Zero, 2);
        gate.Release();
        await AdvanceAsync(TimeSpan.FromSeconds(59), 2);
        await AdvanceAsync(TimeSpan.FromSeconds(1), 3);
        gate.Release();
        Assert.Equal(
            [
                "10:21:00 due last=00:00:00 next=10:21:00",
                "10:24:00 due last=10:21:00 next=10:22:00",
                "10:25:00 due last=10:24:00 next=10:25:00",
            ],
            _caller.Lines);
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_run_that_fails_does_not_end_the_schedule()
    {
        _caller.Run = _ => throw new InvalidOperationException("The function failed.");
        using var timers = Start(Hourly);
        await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
        await AdvanceAsync(TimeSpan.FromHours(1), 2);
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_state_that_cannot_be_kept_does_not_end_the_schedule_and_is_kept_again_when_it_can_be()
    {
        Directory.CreateDirectory(_folder.File("timers.json.new"));
        using var timers = Start(Hourly);
        await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
        await AdvanceAsync(TimeSpan.FromHours(1), 2);
        Assert.False(File.Exists(_folder.File("timers.json")));
        Directory.Delete(_folder.File("timers.json.new"));
        await AdvanceAsync(TimeSpan.FromHours(1), 3);
        await timers.StopAsync(Cancel);
        Assert.Contains("2026-03-01T14:00:00", await File.ReadAllTextAsync(_folder.File("timers.json"), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_state_does_not_keep_the_schedule_from_starting()
    {
        await File.WriteAllTextAsync(_folder.File("timers.json"), "{ \"Tick\": ", Cancel);
        using var timers = Start(Hourly);
        await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public async Task Stopping_waits_for_a_run_and_cuts_it_off_when_patience_ends()
    {
        var cutOff = false;
        _caller.Run = async token =>
        {
            await using var registration = token.Register(() => cutOff = true);
            await Task.Delay(Timeout.Infinite, token);
        };
        using var timers = Start(Hourly);
        await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
        using var patience = new CancellationTokenSource();
        var stopped = timers.StopAsync(patience.Token);
        Assert.False(stopped.IsCompleted);
        await patience.CancelAsync();
        await stopped;
        Assert.True(cutOff);
    }

    [Fact]
    public async Task A_run_cut_off_by_the_hosts_stop_is_made_up_for_at_the_next_start()
    {
        _caller.Run = token => Task.Delay(Timeout.Infinite, token);
        using (var before = Start(Hourly))
        {
            await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
            await before.StopAsync(new CancellationToken(canceled: true));
        }

        _caller.Run = _ => Task.CompletedTask;
        _time.Advance(TimeSpan.FromMinutes(5));
        using var timers = Start(Hourly);
        await AdvanceAsync(TimeSpan.Zero, 2);
        Assert.Equal("11:05:00 late last=00:00:00 next=11:00:00", _caller.Lines[1]);
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_run_that_does_not_listen_holds_up_the_hosts_stop_no_longer_than_its_patience()
    {
        var end = new TaskCompletionSource();
        _caller.Run = async _ => await end.Task.WaitAsync(CancellationToken.None);
        using var timers = Start(Hourly);
        await AdvanceAsync(TimeSpan.FromMinutes(40), 1);
        await timers.StopAsync(new CancellationToken(canceled: true));
        end.SetException(new InvalidOperationException("Its worker was ended."));
    }

    [Fact]
    public async Task Months_are_waited_for()
    {
        using var timers = Start("0 0 0 1 6 *");
        for (var day = 1; day <= 91; day++)
        {
            await AdvanceAsync(TimeSpan.FromDays(1), 0);
        }

        await AdvanceAsync(TimeSpan.FromDays(1), 1);
        await timers.StopAsync(Cancel);
    }

    [Fact]
    public void A_function_whose_schedule_cannot_be_read_is_named_and_the_others_run()
    {
        using var log = new RecordingLog();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Hourly", Hourly)]).Build();
        var timers = TimerTrigger.ReadAll([Scheduled("A", "soon"), Scheduled("B", "%Hourly%"), Scheduled("C", "%Daily%")], settings, log);
        Assert.Equal("B", Assert.Single(timers).Function.Name);
        Assert.Equal(
            [
                "Function A: the schedule 'soon' has 1 fields; a cron expression has six (seconds first) or five. "
                    + "It does not run on a schedule.",
                "Function C: the setting Daily, which its schedule is in, is not set. It does not run on a schedule.",
            ],
            log.Lines);
    }

    private TimerService Start(
        string schedule, bool runOnStartup = false, bool useMonitor = true, string? zone = null, string? folder = null)
    {
        var clock = TimerSchedule.Zone(zone);
        var trigger = new TimerTrigger(Function(runOnStartup, useMonitor), TimerSchedule.Parse(schedule, clock), clock);
        var timers = new TimerService([trigger], _caller.CallAsync, folder ?? _folder.Path, _time, NullLogger.Instance);
        timers.Start();
        return timers;
    }

    private static FunctionEntry Function(bool runOnStartup, bool useMonitor) => Timer("Tick", new { runOnStartup, useMonitor });

    private static FunctionEntry Scheduled(string name, string schedule) => Timer(name, new { schedule });

    private static FunctionEntry Timer(string name, object binding) => new(
        name,
        "App.dll",
        $"App.{name}",
        "dotnet-isolated",
        [new("timer", "timerTrigger", "In", JsonSerializer.SerializeToElement(binding))]);

    private async Task AdvanceAsync(TimeSpan by, int runs)
    {
        _time.Advance(by);
        await Eventually.TrueAsync(() => _caller.Lines.Count >= runs, $"{runs} runs are recorded");
        Assert.Equal(runs, _caller.Lines.Count);
    }
}
