using System.Net.Http.Json;
using System.Text.Json;

namespace FuseDeskFlows.Tests.EndToEnd.Kills;

/// <summary>The moment for a kill that must repeat nothing. What it may repeat is a call that is under way.</summary>
internal static class QuietMoment
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Waits until all runs of a list wait, for a second to come at least, and have called nobody for a while.</summary>
    public static async Task UntilAsync(AppProcess host, string runs, Func<int> calls)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        for (var (quiet, before) = (0, -1); quiet < 6;)
        {
            await Task.Delay(50, deadline.Token);
            var list = (await host.Client.GetFromJsonAsync<JsonElement>(runs, deadline.Token))
                .GetProperty("runs")
                .EnumerateArray()
                .ToList();
            quiet = list.Count > 0 && list.All(WaitsOn) && calls() == before ? quiet + 1 : 0;
            before = calls();
        }
    }

    private static bool WaitsOn(JsonElement run) =>
        run.GetProperty("waiting") is { ValueKind: JsonValueKind.Object } waiting
        && waiting.GetProperty("until").GetDateTimeOffset() > DateTimeOffset.UtcNow.AddSeconds(1);
}
