using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.Benchmarks.Processes;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Benchmarks.Pages;

/// <summary>The console's pages with 10,000 runs of the last minutes in the store: 500 triages, and others that failed.</summary>
internal static class ConsoleBenchmark
{
    private const int Triages = 500;
    private const int Cases = 40;
    private const int FirstCase = 84_880;
    private const int Width = 32;
    private const int Requests = 40;
    private const double Goal = 0.1;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly string[] Pages = ["", "/runs", "/runs?status=failed", "/quota"];

    /// <summary>Measures.</summary>
    /// <param name="options">Whether 1,000 runs will do.</param>
    /// <returns>The figures: of each page the middle of many answers.</returns>
    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options)
    {
        var runs = options.Quick ? 1_000 : 10_000;
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxServer.StartAsync(new() { Limit = int.MaxValue });
        await using var app = new MeasuredHost(AppCommand.Create(folder.Create("state"), sandbox));
        app.Start();
        await app.UntilServingAsync(AppCommand.ServingPath, Patience);
        await FillAsync(app.Client, runs);
        var rows = new List<BenchmarkRow>();
        foreach (var page in Pages)
        {
            var (cold, warm) = await MeasureAsync(app.Client, $"/api/console{page}");
            rows.Add(new(page.Length == 0 ? "first page" : page, "warm", warm, "first time", cold, "s")
            {
                Goal = string.Create(CultureInfo.InvariantCulture, $"under {Goal} s"),
                Holds = warm < Goal,
            });
        }

        return new($"{runs} runs in the store, on {Environment.ProcessorCount} processors", rows);
    }

    private static async Task FillAsync(HttpClient client, int runs)
    {
        var api = new DurableApi(client);
        await Parallel.ForAsync(0, runs, new ParallelOptions { MaxDegreeOfParallelism = Width }, async (number, cancellationToken) =>
        {
            // A run without an input fails at once.
            if (number >= Triages)
            {
                await api.TryStartAsync(CaseTriage.Name, $"triage-{Guid.NewGuid():N}", new { });
                return;
            }

            var asked = new { caseId = FirstCase + (number % Cases) };
            using var answer = await client.PostAsJsonAsync("/api/cases/triage?wait=200", asked, cancellationToken);
            answer.EnsureSuccessStatusCode();
        });
        for (var watch = Stopwatch.StartNew(); await IsBusyAsync(client); await Task.Delay(500))
        {
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException("Not every run ended.");
            }
        }
    }

    private static async Task<bool> IsBusyAsync(HttpClient client)
    {
        foreach (var status in new[] { "pending", "running" })
        {
            if ((await client.GetFromJsonAsync<JsonElement>($"/api/runs?status={status}&top=1")).GetProperty("runs").GetArrayLength() > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<(double Cold, double Warm)> MeasureAsync(HttpClient client, string page)
    {
        var times = new List<double>();
        for (var request = 0; request < Requests; request++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(watch.Elapsed.TotalSeconds);
        }

        return (times[0], times.Skip(Requests / 4).Order().ElementAt(Requests * 3 / 8));
    }
}
