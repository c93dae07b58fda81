using System.Diagnostics;
using System.Text.Json;
using FuseDeskFlows.RateLimiting.Settings;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Benchmarks.Quota;

/// <summary>
/// One job of 303 calls against a quota of 60 calls in 5 seconds, done by the app and by loops; then five such jobs at once.
/// </summary>
internal static class QuotaBenchmark
{
    /// <summary>How many cases a page of the list holds, as the settings have it.</summary>
    public const int PageSize = 100;

    private const int Cases = 300;
    private const int CallsOfAJob = Cases + (Cases / PageSize);
    private const double MaxShareOfBound = 1.02;
    private const int Limit = 60;
    private const int Jobs = 5;
    private const int UntoldLimit = 20;
    private const int UntoldCalls = 52;
    private const double MaxUntoldShareOfBound = 2.5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    /// <summary>Measures.</summary>
    /// <param name="options">What was asked for; nothing of it matters here.</param>
    /// <returns>The figures.</returns>
    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options)
    {
        var ours = await AppAsync(jobs: 1);
        var loop = await LoopAsync(width: 1);
        var wide = await LoopAsync(width: 20);
        var all = await LoopAsync(Cases);
        var five = await AppAsync(Jobs, interactive: true);
        var untold = await UntoldAsync();
        var sleepers = await WaitingRunsBenchmark.RunAsync();
        const string job = "list 300 cases, fetch each";
        var bound = LowerBound(CallsOfAJob, Limit);
        var commonBound = LowerBound(
            CallsOfAJob * Jobs, Limit - RateLimitOptions.HeadroomPermits(Limit, new RateLimitOptions().InteractiveHeadroom));
        return new BenchmarkReport(
            $"Quotas: {Limit} calls per {Window.TotalSeconds} s, 20 ms a call, on {Environment.ProcessorCount} processors",
            [
                .. Against("plain loop", loop),
                .. Against("loop, 20 at a time", wide),
                .. Against("loop, all at once", all),
                new($"{job}: sleeps of the run", "FuseDeskFlows", ours.Job.Waits, "windows to wait for", bound / Window, ""),
                new($"{job}: calls refused after a sleep", "FuseDeskFlows", ours.Job.InVain, "allowed", 0, "")
                {
                    Holds = ours.Job.InVain == 0,
                },
                Bounded($"{Jobs} jobs at once: makespan / lower bound", five.Job.Makespan / commonBound, "lower bound", 1),
                new($"{Jobs} jobs at once: most 429s in a window", "FuseDeskFlows", five.Job.MaxRejectedInAWindow, "allowed", 1, "")
                {
                    Holds = five.Job.MaxRejectedInAWindow <= 1,
                },
                new($"{Jobs} jobs at once: items lost", "FuseDeskFlows", five.Job.Lost, "allowed", 0, "") { Holds = five.Job.Lost == 0 },
                new($"{Jobs} jobs at once: calls refused after a sleep", "FuseDeskFlows", five.Job.InVain, "allowed", 0, "")
                {
                    Holds = five.Job.InVain == 0,
                },
                new(
                    "52 calls at 20 in 5 s, no reset told: makespan / lower bound",
                    "FuseDeskFlows",
                    untold.Makespan / LowerBound(UntoldCalls, UntoldLimit),
                    "allowed",
                    MaxUntoldShareOfBound,
                    "") { Holds = untold.Makespan <= LowerBound(UntoldCalls, UntoldLimit) * MaxUntoldShareOfBound },
                new("52 calls at 20 in 5 s, no reset told: items lost", "FuseDeskFlows", untold.Lost, "allowed", 0, "")
                {
                    Holds = untold.Lost == 0,
                },
                new("interactive triage meanwhile", "FuseDeskFlows", five.Triage.TotalSeconds, "a window", Window.TotalSeconds, "s"),
                .. sleepers,
            ]);

        IEnumerable<BenchmarkRow> Against(string way, JobFigures other) =>
        [
            Bounded($"{job}: makespan / lower bound", ours.Job.Makespan / bound, way, other.Makespan / bound),
            new($"{job}: 429s", "FuseDeskFlows", ours.Job.Refused, way, other.Refused, ""),
            new($"{job}: items lost", "FuseDeskFlows", ours.Job.Lost, way, other.Lost, "") { Holds = ours.Job.Lost == 0 },
        ];
    }

    private static BenchmarkRow Bounded(string job, double ours, string way, double other) =>
        new(job, "FuseDeskFlows", ours, way, other, "")
        {
            Goal = FormattableString.Invariant($"at most {MaxShareOfBound} of the bound"),
            Holds = ours <= MaxShareOfBound,
        };

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
            runs.Add(await app.FetchAsync(Cases));
        }

        var triage = interactive ? await TriageAsync(app) : TimeSpan.Zero;
        var results = await Task.WhenAll(runs.Select(app.EndAsync<FetchResult>));
        return (
            Figures(
                sandbox,
                watch.Elapsed,
                results.Sum(result => result.Lost),
                results.Sum(result => result.Waits),
                results.Sum(result => result.InVain)),
            triage);
    }

    // FuseDesk itself tells only what remains, so that the app must learn when its windows end.
    private static async Task<JobFigures> UntoldAsync()
    {
        await using var sandbox = await SandboxServer.StartAsync(Sandbox with { Limit = UntoldLimit, NoReset = true });
        await using var app = await QuotaApp.StartAsync(sandbox);
        var watch = Stopwatch.StartNew();
        var result = await app.EndAsync<FetchResult>(await app.FetchAsync(UntoldCalls - 1)); // the list is one call
        return Figures(sandbox, watch.Elapsed, result.Lost, result.Waits, result.InVain);
    }

    private static async Task WarmUpAsync(QuotaApp app, SandboxServer sandbox)
    {
        await app.EndAsync<FetchResult>(await app.FetchAsync(5));
        await Task.Delay(Window + TimeSpan.FromSeconds(1));
        sandbox.Reset();
    }

    /// <summary>Starts a triage in the middle of a window that the batch runs have used up.</summary>
    private static async Task<TimeSpan> TriageAsync(QuotaApp app)
    {
        await Task.Delay(Window * 10.5);
        var watch = Stopwatch.StartNew();
        var id = await app.TriageAsync(new { email = SandboxPeople.SarahEmail });
        var report = await app.EndAsync<JsonElement>(id);
        var taken = watch.Elapsed;
        return report.GetProperty("problems").GetArrayLength() == 0
            ? taken
            : throw new InvalidOperationException($"The triage had problems: {report}");
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
