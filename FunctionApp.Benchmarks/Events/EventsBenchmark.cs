using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Benchmarks.Events;

/// <summary>5,000 deliveries for 1,000 cases, one in ten a duplicate, while the host is killed twice: accepted must be handled, once each.</summary>
internal static class EventsBenchmark
{
    private const int Events = 4_500;
    private const int Duplicates = 500;
    private const int Cases = 1_000;
    private static readonly int[] KillAfter = [1_500, 3_500];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static async Task<BenchmarkReport> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("fusedeskflows-benchmark-");
        await using var sandbox = await SandboxServer.StartAsync(new() { Limit = int.MaxValue });
        using var app = new AppProcess(folder.FullName, sandbox);
        try
        {
            app.Start();
            await ServingAsync(app.Client);
            var deliveries = new Deliveries(app.Client);
            var watch = Stopwatch.StartNew();
            await deliveries.RunAsync(Numbers(), Cases, answered => KillAfter.Contains(answered) ? app.KillAndStartAsync() : Task.CompletedTask);
            var taken = watch.Elapsed;
            await ServingAsync(app.Client);
            var runs = await EndedAsync(app.Client);
            return Report(deliveries, runs, taken, watch.Elapsed);
        }
        finally
        {
            app.Dispose();
            folder.Delete(recursive: true);
        }
    }

    private static BenchmarkReport Report(Deliveries deliveries, IReadOnlyList<JsonElement> runs, TimeSpan taken, TimeSpan total)
    {
        var events = runs.Where(run => Is(run, "name", "CaseEventFlow")).ToList();
        var handled = events.Count(run => Is(run, "status", "completed"));
        var triages = runs.Count(run => Is(run, "name", "CaseTriage") && Is(run, "status", "completed"));
        if (handled != deliveries.Accepted.Count || events.Count != handled)
        {
            throw new InvalidOperationException($"{deliveries.Accepted.Count} events were accepted, {events.Count} have runs, and {handled} were handled.");
        }

        var times = deliveries.Times;
        return new(
            $"{Events + Duplicates} deliveries for {Cases} cases, host killed {KillAfter.Length} times, on {Environment.ProcessorCount} processors",
            [
                new("each event once", "accepted", deliveries.Accepted.Count, "handled", handled, ""),
                new("what a burst costs", "triages", triages, "one an event", Events, ""),
                new("acknowledgements", "slowest", times[^1].TotalSeconds, "allowed", 1, "s"),
                new("acknowledgements", "99 in 100", times[times.Count * 99 / 100].TotalSeconds, "allowed", 1, "s"),
                new("deliveries a second", "handled", (Events + Duplicates) / total.TotalSeconds, "acknowledged", (Events + Duplicates) / taken.TotalSeconds, "/s"),
            ]);
    }

    // The same order in every run of the benchmark.
    private static int[] Numbers()
    {
        var numbers = Enumerable.Range(0, Events).Concat(Enumerable.Range(0, Duplicates).Select(n => n * (Events / Duplicates))).ToArray();
        var state = 1u;
        for (var i = numbers.Length - 1; i > 0; i--)
        {
            state = (state * 1_664_525) + 1_013_904_223;
            var other = (int)(state % (uint)(i + 1));
            (numbers[i], numbers[other]) = (numbers[other], numbers[i]);
        }

        return numbers;
    }

    private static async Task ServingAsync(HttpClient client)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(50))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/api/runs?top=1", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }

        throw new TimeoutException("The app does not serve.");
    }

    private static async Task<IReadOnlyList<JsonElement>> EndedAsync(HttpClient client)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(500))
        {
            if (await NoneAsync(client, "pending") && await NoneAsync(client, "running"))
            {
                var runs = await RunsAsync(client);
                if (runs.Count(run => Is(run, "name", "CaseEventFlow")) >= Events && runs.All(run => !Is(run, "status", "pending") && !Is(run, "status", "running")))
                {
                    return runs;
                }
            }
        }

        throw new TimeoutException("Not every event was handled.");
    }

    private static async Task<bool> NoneAsync(HttpClient client, string status) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/runs?status={status}&top=1")).GetProperty("runs").GetArrayLength() == 0;

    private static async Task<IReadOnlyList<JsonElement>> RunsAsync(HttpClient client)
    {
        var runs = new List<JsonElement>();
        for (var next = "/api/runs?top=100"; next is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(next);
            runs.AddRange(page.GetProperty("runs").EnumerateArray());
            next = page.GetProperty("next").GetString();
        }

        return runs;
    }

    private static bool Is(JsonElement run, string field, string value) => run.GetProperty(field).ValueEquals(value);
}
