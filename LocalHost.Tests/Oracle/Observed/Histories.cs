using System.Text.Json;
using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Replays;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>A history whose texts are too long to be recorded: their lengths.</summary>
internal sealed class Histories : IObservation
{
    /// <inheritdoc />
    public bool CanSee(string recording, RecordedStep step) => step.Content.TryGetProperty("outputLength", out _);

    /// <inheritdoc />
    public async Task<object> SeeAsync(RecordedStep step, RestartableHost host, CancellationToken cancellationToken)
    {
        const string Whole = "/instances/st-big?showHistory=true&showHistoryOutput=true";
        var answer = await ManagementApi.AskAsync(host.Port, "GET", Whole, cancellationToken);
        using var document = JsonDocument.Parse(answer.Body);
        return new
        {
            status = answer.Status,
            outputLength = document.RootElement.GetProperty("output").GetString()!.Length,
            events = document.RootElement.GetProperty("historyEvents").EnumerateArray()
                .Select(e => new object[] { e.GetProperty("EventType").GetString()!, Length(e) })
                .ToList(),
        };
    }

    private static int Length(JsonElement e) => e.TryGetProperty("Result", out var result) ? result.GetString()!.Length : 0;
}
