using System.Text.Json;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.Extensions.Time.Testing;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.RateLimiting;

/// <summary>Many runs and one quota: each sleeps once, no call is wasted, and nobody starves.</summary>
public sealed class SharedRateLimiterTests
{
    private static readonly object OneCase = new { caseId = SandboxPeople.ArticleCase };
    private static readonly string OneCall = $"/api/cases/{SandboxPeople.ArticleCase}/draft";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Runs_that_wait_are_served_in_windows_each_woken_once_and_not_a_call_is_wasted()
    {
        await using var app = await StartAsync(limit: 10);
        for (var i = 0; i < 10; i++)
        {
            await app.ReportAsync(OneCall, new { });
        }

        var waiting = new List<(string Address, DateTimeOffset Until, int Ahead)>();
        for (var i = 0; i < 12; i++)
        {
            using var started = await app.PostToAsync(OneCall, new { });
            var address = started.Headers.Location!.ToString();
            var wait = (await app.UntilAsync(address, IsWaiting)).GetProperty("waiting");
            Assert.StartsWith("FuseDesk quota", wait.GetProperty("for").GetString(), StringComparison.Ordinal);
            waiting.Add((address, wait.GetProperty("until").GetDateTimeOffset(), wait.GetProperty("ahead").GetInt32()));
        }

        Assert.Equal(Enumerable.Range(0, 12), waiting.Select(run => run.Ahead));
        Assert.Equal(waiting.OrderBy(run => run.Until), waiting);
        foreach (var (address, until, _) in waiting)
        {
            _time.Advance(until - _time.GetUtcNow());
            var run = await app.UntilAsync(address, HasEnded);
            Assert.Equal(1, run.GetProperty("report").GetProperty("usage").GetProperty("rateLimitWaits").GetInt32());
        }

        var stats = app.Sandbox.Stats;
        Assert.Equal((22, 0), (stats.ProxyCalls(), stats.RateLimited));
        Assert.Equal([10, 10, 2], stats.Windows.Select(window => window.Calls));
    }

    [Fact]
    public async Task A_run_that_was_terminated_is_nobodys_place_in_the_queue()
    {
        await using var app = await StartAsync(limit: 3); // the first run reads the reps and departments as well
        await app.TriageAsync(OneCase);
        using var started = await app.PostAsync(OneCase);
        var ended = (await app.UntilAsync(started.Headers.Location!.ToString(), IsWaiting)).GetProperty("id").GetString()!;
        await app.Client.TerminateInstanceAsync(ended, cancellation: TestContext.Current.CancellationToken);
        await app.UntilAsync(started.Headers.Location!.ToString(), run => run.GetProperty("status").GetString() is "terminated");

        using var next = await app.PostAsync(OneCase);
        var waiting = (await app.UntilAsync(next.Headers.Location!.ToString(), IsWaiting)).GetProperty("waiting");

        Assert.Equal(0, waiting.GetProperty("ahead").GetInt32());
    }

    [Fact]
    public async Task Background_runs_leave_headroom_in_which_an_interactive_run_does_not_wait()
    {
        await using var app = await StartAsync(limit: 30);
        var batch = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BatchRun), 60, TestContext.Current.CancellationToken);
        var address = $"/api/runs/{batch}";
        var until = Until(await app.UntilAsync(address, IsWaiting))!.Value;

        var report = await app.TriageAsync(OneCase);
        Assert.Equal(0, report.GetProperty("usage").GetProperty("rateLimitWaits").GetInt32());

        _time.Advance(until - _time.GetUtcNow());
        var second = Until(await app.UntilAsync(address, run => Until(run) > until))!.Value;
        _time.Advance(second - _time.GetUtcNow());
        var usage = (await app.UntilAsync(address, HasEnded)).GetProperty("report").Deserialize<RunUsage>()!;
        Assert.Equal((60, 2), (usage.ToolCalls, usage.RateLimitWaits));
        Assert.Equal([30, 27, 6], app.Sandbox.Stats.Windows.Select(window => window.Calls));
        Assert.Equal(0, app.Sandbox.Stats.RateLimited);
    }

    [Fact]
    public async Task Trutos_own_limit_is_waited_for_on_its_own_clock()
    {
        await using var app = await TriageApp.StartAsync(new() { Time = _time, TrutoLimit = 50 });
        var batch = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BatchRun), 120, TestContext.Current.CancellationToken);
        var last = _time.GetUtcNow();

        JsonElement run;
        while (!HasEnded(run = await app.UntilAsync($"/api/runs/{batch}", next => HasEnded(next) || Until(next) > last)))
        {
            Assert.StartsWith("Truto quota", run.GetProperty("waiting").GetProperty("for").GetString(), StringComparison.Ordinal);
            last = Until(run)!.Value;
            _time.Advance(last - _time.GetUtcNow());
        }

        var usage = run.GetProperty("report").Deserialize<RunUsage>()!;
        Assert.Equal(2, usage.RateLimitWaits);
        Assert.InRange(usage.WaitedSeconds, 20, 21);
        Assert.InRange(app.Sandbox.Stats.RateLimited, 1, 8); // what was under way when the limit showed itself
    }

    [Fact]
    public async Task A_quota_that_stays_away_too_long_fails_the_run_clearly_and_its_report_is_kept()
    {
        await using var app = await TriageApp.StartAsync(
            new() { Limit = 3, Window = TimeSpan.FromHours(1), Time = _time }, ("Truto:Flows:CaseTriage:MaxQuotaWait", "00:30:00"));
        using var started = await app.PostAsync(new { email = SandboxPeople.SarahEmail });

        var run = await app.UntilAsync(started.Headers.Location!.ToString(), HasEnded);

        Assert.Equal("failed", run.GetProperty("status").GetString());
        Assert.Contains("MaxQuotaWait", run.GetProperty("error").GetProperty("detail").GetString(), StringComparison.Ordinal);
        var report = run.GetProperty("report");
        Assert.Equal(SandboxPeople.SarahNewestCase, report.GetProperty("case").GetProperty("id").GetInt64());
        Assert.NotEmpty(report.GetProperty("actions").EnumerateArray());
        Assert.Equal(3, report.GetProperty("usage").GetProperty("toolCalls").GetInt32());
    }

    [Fact]
    public async Task The_list_of_runs_shows_who_waits_for_what()
    {
        await using var app = await StartAsync(limit: 3);
        await app.TriageAsync(OneCase);
        using var started = await app.PostAsync(OneCase);
        await app.UntilAsync(started.Headers.Location!.ToString(), IsWaiting);

        var runs = (await app.GetAsync("/api/runs")).GetProperty("runs").EnumerateArray().ToList();

        Assert.Single(runs, IsWaiting);
        Assert.Single(runs, run => run.GetProperty("waiting").ValueKind == JsonValueKind.Null);
    }

    private Task<TriageApp> StartAsync(int limit) => TriageApp.StartAsync(
        new() { Limit = limit, Window = TimeSpan.FromHours(1), Time = _time });
}
