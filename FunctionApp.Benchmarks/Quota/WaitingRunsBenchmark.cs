using System.Text;
using System.Text.Json;
using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Benchmarks.Quota;

/// <summary>
/// What it costs that many runs wait for a quota of hours: the size of the shared rate limiter's state, and processor time.
/// </summary>
internal static class WaitingRunsBenchmark
{
    private const int Runs = 2000;
    private const int Limit = 300;
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(5);

    /// <summary>Measures.</summary>
    /// <returns>Two figures.</returns>
    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Limit = Limit });
        using (var others = new PlainLoop(sandbox))
        {
            await others.RunAsync(Limit - 3, width: 8); // 297 cases are on three pages
        }

        await using var app = await QuotaApp.StartAsync(sandbox);
        await StartAsync(app, 2);
        var before = await CostAsync(app);
        await StartAsync(app, Runs - 2);
        var with = await CostAsync(app);
        var state = await app.Api.EntityAsync<JsonElement?>(SharedRateLimiter.Name, $"{sandbox.IntegratedAccountId}:fusedesk")
            ?? throw new InvalidOperationException("Nobody reserved calls.");
        return
        [
            new(
                $"{Runs} runs waiting: the shared rate limiter's state",
                "FuseDeskFlows",
                Encoding.UTF8.GetByteCount(state.GetRawText()) / 1024.0,
                "allowed", 128,
                "KB"),
            new($"{Runs} runs waiting: processor time in {Watch.TotalSeconds} s", "FuseDeskFlows", with, "2 runs waiting", before, "ms"),
        ];
    }

    private static async Task StartAsync(QuotaApp app, int runs)
    {
        var ids = new List<string>();
        for (var i = 0; i < runs; i++)
        {
            ids.Add(await app.TriageAsync(new { caseId = SandboxPeople.ArticleCase }));
        }

        foreach (var id in ids)
        {
            while ((await app.Api.FindAsync(id))?.CustomStatus.ToString().Contains("quota", StringComparison.Ordinal) != true)
            {
                await Task.Delay(20);
            }
        }
    }

    private static async Task<double> CostAsync(QuotaApp app)
    {
        await Task.Delay(TimeSpan.FromSeconds(2));
        var before = app.ProcessorTime;
        await Task.Delay(Watch);
        return (app.ProcessorTime - before).TotalMilliseconds;
    }
}
