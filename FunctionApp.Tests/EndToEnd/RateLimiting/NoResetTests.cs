using System.Text.Json;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Tests.Histories;
using FuseDeskFlows.TrutoSandbox;
using Microsoft.Extensions.Time.Testing;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.RateLimiting;

/// <summary>FuseDesk itself tells only a limit and what remains: the app learns when its windows end.</summary>
public sealed class NoResetTests
{
    private const int MaxIdle = 25;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Of_twenty_calls_in_five_seconds_fifty_two_are_done_within_two_and_a_half_times_the_bound()
    {
        var (taken, usage, app) = await RunAsync(TimeSpan.FromSeconds(5), calls: 52);
        await using (app)
        {
            Assert.InRange(taken, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(25));
            Assert.InRange(app.Sandbox.Stats.RateLimited, 0, 6);
            Assert.Equal(52 + app.Sandbox.Stats.RateLimited, usage.ToolCalls);
        }
    }

    [Fact]
    public async Task An_hourly_window_costs_a_dozen_refused_calls_at_most_and_then_one_an_hour()
    {
        var (taken, _, app) = await RunAsync(TimeSpan.FromHours(1), calls: 85);
        await using (app)
        {
            var refused = app.Sandbox.Stats.Windows.Select(window => window.Limited).ToList();
            Assert.InRange(refused[0], 1, 12);
            Assert.All(refused.Skip(1), count => Assert.InRange(count, 0, 1));
            Assert.InRange(taken, TimeSpan.FromHours(4), TimeSpan.FromHours(5.5));
        }
    }

    private async Task<(TimeSpan Taken, RunUsage Usage, TriageApp App)> RunAsync(TimeSpan window, int calls)
    {
        var app = await TriageApp.StartAsync(new SandboxOptions { Limit = 20, Window = window, NoReset = true, Time = _time });
        var start = _time.GetUtcNow();
        var batch = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BatchRun), calls, TestContext.Current.CancellationToken);
        JsonElement run;
        for (var (idle, made) = (0, 0); !HasEnded(run = await app.GetAsync($"/api/runs/{batch}"));)
        {
            idle = made == app.Sandbox.Stats.ProxyCalls() ? idle + 1 : 0;
            made = app.Sandbox.Stats.ProxyCalls();
            if (await TimedWaits.NextAsync(app.Client, batch) is { } due && due > _time.GetUtcNow())
            {
                _time.Advance(due - _time.GetUtcNow());
            }
            else if (idle > MaxIdle)
            {
                // Whoever comes a moment early for its reservation waits for it on this clock, inside its call.
                _time.Advance(Moment);
                idle = 0;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal("completed", run.GetProperty("status").GetString());
        return (_time.GetUtcNow() - start, run.GetProperty("report").Deserialize<RunUsage>()!, app);
    }
}
