using System.Text.Json;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.Extensions.Time.Testing;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.RateLimiting;

/// <summary>A quota of two calls an hour: the triage of five calls completes through durable timers.</summary>
public sealed class QuotaTests
{
    private const int Limit = 2;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    [Fact]
    public async Task An_exhausted_quota_is_waited_for_durably_and_costs_at_most_one_rejection_a_window()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await TriageApp.StartAsync(new SandboxOptions { Limit = Limit, Window = Window, Time = time });
        using var started = await app.PostAsync(new { email = SandboxPeople.SarahEmail });
        var address = started.Headers.Location!.ToString();
        var waits = 0;

        var run = await app.UntilAsync(address, WaitsOrEnds);
        while (run.GetProperty("status").GetString() is "running")
        {
            var waiting = run.GetProperty("waiting");
            Assert.InRange(
                waiting.GetProperty("until").GetDateTimeOffset(), time.GetUtcNow(), time.GetUtcNow() + Window + TimeSpan.FromSeconds(2));
            Assert.Contains("FuseDesk quota", waiting.GetProperty("for").GetString(), StringComparison.Ordinal);
            waits++;
            var until = waiting.GetProperty("until").GetDateTimeOffset();
            time.Advance(until - time.GetUtcNow());
            run = await app.UntilAsync(address, candidate => WaitsOrEnds(candidate) && !Until(candidate).Equals(until));
        }

        Assert.Equal("completed", run.GetProperty("status").GetString());
        var usage = run.GetProperty("report").GetProperty("usage");
        var stats = app.Sandbox.Stats;
        Assert.Equal(2, waits);
        Assert.Equal(2, usage.GetProperty("rateLimitWaits").GetInt32());
        Assert.InRange(usage.GetProperty("waitedSeconds").GetDouble(), 3600, 7300);
        Assert.InRange(stats.RateLimited, 0, 2);
        Assert.Equal(5 + stats.RateLimited, stats.ProxyCalls());
        Assert.Equal(stats.ProxyCalls(), usage.GetProperty("toolCalls").GetInt32());
        Assert.All(stats.Windows, window => Assert.InRange(window.Limited, 0, 1));
    }

    [Fact]
    public async Task A_small_window_passes_while_the_caller_waits()
    {
        // Long enough for a slow machine to make three calls in it.
        await using var app = await TriageApp.StartAsync(new SandboxOptions { Limit = Limit, Window = TimeSpan.FromSeconds(8) });

        var report = await app.TriageAsync(new { email = SandboxPeople.SarahEmail });

        Assert.Equal(5 + app.Sandbox.Stats.RateLimited, app.Sandbox.Stats.ProxyCalls());
        Assert.All(app.Sandbox.Stats.Windows, window => Assert.InRange(window.Limited, 0, 1));
        Assert.InRange(report.GetProperty("usage").GetProperty("rateLimitWaits").GetInt32(), 1, 2);
    }

    private static bool WaitsOrEnds(JsonElement run) =>
        IsWaiting(run) || HasEnded(run);
}
