using System.Collections.Concurrent;
using System.Net;

namespace FuseDeskFlows.Tests.EndToEnd.Audit;

/// <summary>A webhook that answers what a test says, then 200.</summary>
internal sealed class StubWebhook(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<HttpResponseMessage>> _answers = new(answers);

    public ConcurrentQueue<(Uri Address, string Body, string Key)> Posts { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Posts.Enqueue(
            (
                request.RequestUri!,
                await request.Content!.ReadAsStringAsync(cancellationToken),
                request.Headers.GetValues("Idempotency-Key").Single()));
        return _answers.TryDequeue(out var answer) ? answer() : new(HttpStatusCode.OK);
    }
}
