using System.Net;
using System.Net.Http.Json;
using FuseDeskFlows.Benchmarks.Events;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>A load of the app itself: triages that are asked for, and case events that are delivered, evenly over all kills.</summary>
/// <param name="client">Reaches the app, when it lives.</param>
/// <param name="progress">How much of the kills is done, from 0 to 1.</param>
internal sealed class AppLoad(HttpClient client, Func<double> progress)
{
    /// <summary>How many triages are asked for.</summary>
    public const int Triages = 200;

    /// <summary>How many events are delivered.</summary>
    public const int Events = 200;

    private const int Cases = 50;
    private const int Lanes = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Deliveries _deliveries = new(client);

    /// <summary>The distinct events that were accepted.</summary>
    public int Accepted => _deliveries.Accepted.Count;

    /// <summary>Makes all requests, each again until it is accepted: their keys and ids keep them from being done twice.</summary>
    public Task RunAsync() => Task.WhenAll(
        Parallel.ForEachAsync(
            Paced(Triages), new ParallelOptions { MaxDegreeOfParallelism = Lanes }, async (number, _) => await TriageAsync(number)),
        _deliveries.RunAsync(Enumerable.Range(0, Events), Cases, number => UntilDueAsync(number, Events)));

    private async Task TriageAsync(int number)
    {
        while (await Patient.TryAsync(() => PostAsync(number)) is not (HttpStatusCode.Accepted or HttpStatusCode.OK))
        {
            await Task.Delay(Pause);
        }
    }

    private async Task<HttpStatusCode> PostAsync(int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/cases/triage")
        {
            Content = JsonContent.Create(new { caseId = SandboxPeople.ArticleCase }),
        };
        request.Headers.Add("Idempotency-Key", $"crash-{number}");
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private async IAsyncEnumerable<int> Paced(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await UntilDueAsync(number, count);
            yield return number;
        }
    }

    private async Task UntilDueAsync(int number, int count)
    {
        while ((double)number / count > progress())
        {
            await Task.Delay(Pause);
        }
    }
}
