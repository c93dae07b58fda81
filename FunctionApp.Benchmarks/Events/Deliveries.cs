using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using FuseDeskFlows.Benchmarks.Processes;
using FuseDeskFlows.Tests.Truto.Webhooks;
using FuseDeskFlows.Truto.Webhooks;

namespace FuseDeskFlows.Benchmarks.Events;

/// <summary>Delivers events as Truto does: signed, several at a time, and again until they are answered with 200.</summary>
internal sealed class Deliveries(HttpClient client)
{
    private const int AtOnce = 8;
    private const int FirstCase = 84_401;

    private readonly ConcurrentDictionary<string, bool> _accepted = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<TimeSpan> _times = [];
    private int _answered;

    /// <summary>The distinct events that were answered with 200.</summary>
    public ICollection<string> Accepted => _accepted.Keys;

    /// <summary>The times to each 200, the shortest first; attempts that met a dead process are not answers.</summary>
    public IReadOnlyList<TimeSpan> Times => [.. _times.Order()];

    /// <summary>Delivers all.</summary>
    /// <param name="numbers">The events' numbers; one that comes twice is a duplicate.</param>
    /// <param name="cases">How many cases they are about.</param>
    /// <param name="answered">Called with the count after each answer.</param>
    public Task RunAsync(IEnumerable<int> numbers, int cases, Func<int, Task> answered) =>
        Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, cancellationToken) =>
        {
            while (!await DeliverAsync(number, cases, cancellationToken))
            {
                await Task.Delay(50, cancellationToken);
            }

            await answered(Interlocked.Increment(ref _answered));
        });

    private async Task<bool> DeliverAsync(int number, int cases, CancellationToken cancellationToken)
    {
        var id = $"event-{number}";
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            id,
            @event = "record:updated",
            created_at = DateTimeOffset.UtcNow,
            payload = new { resource = "cases", raw = new { caseid = FirstCase + (number % cases) } },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/truto") { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation(WebhookSignature.Header, TrutoSignature.Sign(body, AppCommand.WebhookSecret));
        var watch = Stopwatch.StartNew();
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                return false;
            }
        }
        catch (Exception dead) when (dead is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        _times.Add(watch.Elapsed);
        _accepted.TryAdd(id, true);
        return true;
    }
}
