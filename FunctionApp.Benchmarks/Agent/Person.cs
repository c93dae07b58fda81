using System.Net.Http.Json;
using System.Text.Json;

namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>A person who approves each write soon after she sees it.</summary>
/// <param name="app">The app, which may be down.</param>
/// <param name="ledger">Takes what she has approved.</param>
internal sealed class Person(HttpClient app, Ledger ledger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Whether there was something to approve when she last looked.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Looks and approves until she is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var list = await app.GetFromJsonAsync<JsonElement>("/api/approvals?top=100", stop);
                var waiting = list.GetProperty("approvals").EnumerateArray().ToList();
                IsAsked = waiting.Count > 0;
                await Task.Delay(Pause, stop);
                foreach (var write in waiting)
                {
                    await ApproveAsync(write, stop);
                }
            }
            catch (Exception down) when (down is HttpRequestException or IOException or OperationCanceledException or JsonException)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private async Task ApproveAsync(JsonElement write, CancellationToken stop)
    {
        var address = $"/api/runs/{write.GetProperty("runId").GetString()}/approvals/{write.GetProperty("callId").GetString()}";
        var decision = new { decision = "approve", hash = write.GetProperty("hash").GetString(), by = "Ann Lee" };
        if (Conversations.NumberIn(write.GetProperty("arguments").GetRawText()) is { } conversation)
        {
            ledger.Approve(conversation);
        }

        using var answer = await app.PostAsJsonAsync(address, decision, stop);
    }
}
