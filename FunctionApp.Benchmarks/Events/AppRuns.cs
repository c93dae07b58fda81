using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.Orchestrations.CaseEvents;

namespace FuseDeskFlows.Benchmarks.Events;

/// <summary>The app's own list of runs.</summary>
/// <param name="client">Reaches the app.</param>
internal sealed class AppRuns(HttpClient client)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits until as many events have been handled, and nothing runs any more.</summary>
    /// <param name="events">How many, at least.</param>
    /// <returns>All runs.</returns>
    /// <exception cref="TimeoutException">It does not come.</exception>
    public async Task<IReadOnlyList<JsonElement>> EndedAsync(int events)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(Poll))
        {
            if (await NoneAsync("pending") && await NoneAsync("running"))
            {
                var runs = await AllAsync();
                if (runs.Count(run => Is(run, "name", CaseEventFlow.Name)) >= events && runs.All(HasEnded))
                {
                    return runs;
                }
            }
        }

        throw new TimeoutException("Not every event was handled.");
    }

    /// <summary>Reads a run.</summary>
    /// <param name="run">The run, as the list has it.</param>
    /// <returns>All of it.</returns>
    public Task<JsonElement> ReadAsync(JsonElement run) =>
        client.GetFromJsonAsync<JsonElement>($"/api/runs/{run.GetProperty("id").GetString()}");

    /// <summary>Whether a run's field has a value.</summary>
    /// <param name="run">The run.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static bool Is(JsonElement run, string field, string value) => run.GetProperty(field).ValueEquals(value);

    private static bool HasEnded(JsonElement run) => !Is(run, "status", "pending") && !Is(run, "status", "running");

    private async Task<bool> NoneAsync(string status) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/runs?status={status}&top=1")).GetProperty("runs").GetArrayLength() == 0;

    private async Task<IReadOnlyList<JsonElement>> AllAsync()
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
}
