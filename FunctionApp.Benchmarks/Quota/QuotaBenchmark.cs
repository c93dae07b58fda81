using System.Diagnostics;
using FuseDeskFlows.Orchestrations;
using FuseDeskFlows.Reports;
using FuseDeskFlows.Truto;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Benchmarks.Quota;

/// <summary>One job of 303 calls against a quota of 60 calls in 5 seconds, done by the app and by loops; then five such jobs at once.</summary>
internal static class QuotaBenchmark
{
    private const int Cases = 300;
    private const int CallsOfAJob = Cases + (Cases / FetchCases.PageSize);
    private const int Limit = 60;
    private const int Jobs = 5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    /// <summary>Measures.</summary>
    /// <returns>The figures.</returns>
    public static async Task<BenchmarkReport> RunAsync()
    {
        var ours = await AppAsync(jobs: 1);
        var loop = await LoopAsync(width: 1);
        var wide = await LoopAsync(width: 20);
        var all = await LoopAsync(Cases);
        var five = await AppAsync(Jobs, interactive: true);
        var sleepers = await SleepersBenchmark.RunAsync();
        const string job = "list 300 cases, fetch each";
        var bound = LowerBound(CallsOfAJob, Limit);
        var commonBound = LowerBound(CallsOfAJob * Jobs, Limit - QuotaShare.Headroom(Limit, new TrutoOptions().InteractiveHeadroom));
        return new BenchmarkReport(
            $"Quotas: {Limit} calls per {Window.TotalSeconds} s, 20 ms a call, on {Environment.ProcessorCount} processors",
            [
                .. Against("plain loop", loop),
                .. Against("loop, 20 at a time", wide),
                .. Against("loop, all at once", all),
                new($"{job}: sleeps of the run", "FuseDeskFlows", ours.Job.Waits, "windows to wait for", bound / Window, ""),
                new($"{job}: calls refused after a sleep", "FuseDeskFlows", ours.Job.InVain, "allowed", 0, ""),
                new($"{Jobs} jobs at once: makespan / lower bound", "FuseDeskFlows", five.Job.Makespan / commonBound, "lower bound", 1, ""),
                new($"{Jobs} jobs at once: most 429s in a window", "FuseDeskFlows", five.Job.MostRefusedInAWindow, "allowed", 1, ""),
                new($"{Jobs} jobs at once: items lost", "FuseDeskFlows", five.Job.Lost, "allowed", 0, ""),
                new($"{Jobs} jobs at once: calls refused after a sleep", "FuseDeskFlows", five.Job.InVain, "allowed", 0, ""),
                new("interactive triage meanwhile", "FuseDeskFlows", five.Triage.TotalSeconds, "a window", Window.TotalSeconds, "s"),
                .. sleepers,
            ]);

        IEnumerable<BenchmarkRow> Against(string way, JobFigures other) =>
        [
            new($"{job}: makespan / lower bound", "FuseDeskFlows", ours.Job.Makespan / bound, way, other.Makespan / bound, ""),
            new($"{job}: 429s", "FuseDeskFlows", ours.Job.Refused, way, other.Refused, ""),
            new($"{job}: items lost", "FuseDeskFlows", ours.Job.Lost, way, other.Lost, ""),
        ];
    }

    // The calls of the last window can be made as soon as it opens.
    private static TimeSpan LowerBound(int calls, int limit) => Window * (((calls + limit - 1) / limit) - 1);

    private static SandboxOptions Sandbox => new() { Limit = Limit, Window = Window, Latency = TimeSpan.FromMilliseconds(20) };

    private static async Task<(JobFigures Job, TimeSpan Triage)> AppAsync(int jobs, bool interactive = false)
    {
        await using var sandbox = await SandboxServer.StartAsync(Sandbox);
        await using var app = await QuotaApp.StartAsync(sandbox);
        await WarmUpAsync(app, sandbox);
        var watch = Stopwatch.StartNew();
        var runs = new List<string>();
        for (var i = 0; i < jobs; i++)
        {
            runs.Add(await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(FetchCases), Cases));
        }

        var triage = interactive ? await TriageAsync(app) : TimeSpan.Zero;
        var results = await Task.WhenAll(runs.Select(app.EndAsync<FetchResult>));
        return (Figures(sandbox, watch.Elapsed, results.Sum(result => result.Lost), results.Sum(result => result.Waits), results.Sum(result => result.InVain)), triage);
    }

    private static async Task WarmUpAsync(QuotaApp app, SandboxServer sandbox)
    {
        await app.EndAsync<FetchResult>(await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(FetchCases), 5));
        await Task.Delay(Window + TimeSpan.FromSeconds(1));
        sandbox.Reset();
    }

    /// <summary>Starts a triage in the middle of a window that the batch runs have used up.</summary>
    private static async Task<TimeSpan> TriageAsync(QuotaApp app)
    {
        await Task.Delay(Window * 10.5);
        var watch = Stopwatch.StartNew();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(CaseTriage), new TriageRequest { Email = SandboxPeople.SarahEmail });
        var report = await app.EndAsync<TriageReport>(id);
        return report.Problems.Count == 0 ? watch.Elapsed : throw new InvalidOperationException(report.Problems[0].Detail);
    }

    private static async Task<JobFigures> LoopAsync(int width)
    {
        await using var sandbox = await SandboxServer.StartAsync(Sandbox);
        using var loop = new PlainLoop(sandbox);
        var watch = Stopwatch.StartNew();
        var lost = await loop.RunAsync(Cases, width);
        return Figures(sandbox, watch.Elapsed, lost, waits: 0, inVain: 0);
    }

    private static JobFigures Figures(SandboxServer sandbox, TimeSpan makespan, int lost, int waits, int inVain)
    {
        var stats = sandbox.Stats;
        return new(makespan, stats.RateLimited, stats.Windows.Max(window => window.Limited), lost, waits, inVain);
    }
}
