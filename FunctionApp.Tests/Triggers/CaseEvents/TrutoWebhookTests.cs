using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using FuseDeskFlows.Events;
using FuseDeskFlows.Tests.Truto.Webhooks;
using FuseDeskFlows.Triggers.CaseEvents;
using FuseDeskFlows.Truto.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace FuseDeskFlows.Tests.Triggers.CaseEvents;

public sealed class TrutoWebhookTests
{
    private const string Secret = "3f0c1c9e-8f2b-4a53-9a0e-000000000001";

    // Truto waits for a second; a queue takes tens of milliseconds for each message.
    [Fact]
    public async Task The_records_of_a_delivery_are_queued_side_by_side_and_all_before_it_is_answered()
    {
        var together = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (begun, sent) = (0, 0);
        var queue = new Mock<QueueClient>();
        queue
            .Setup(mock =>
                mock.SendMessageAsync(It.IsAny<BinaryData>(), It.IsAny<TimeSpan?>(), It.IsAny<TimeSpan?>(), It.IsAny<CancellationToken>()))
            .Returns(async () =>
            {
                if (Interlocked.Increment(ref begun) == TrutoWebhook.RecordsAtOnce)
                {
                    together.SetResult();
                }

                await together.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
                Interlocked.Increment(ref sent);
                return Mock.Of<Response<SendReceipt>>();
            });
        var account = new Mock<QueueServiceClient>();
        account.Setup(mock => mock.GetQueueClient(It.IsAny<string>())).Returns(queue.Object);
        var webhook = new TrutoWebhook(
            Options.Create(new TrutoWebhookOptions { Secret = Secret }),
            new CaseEventQueues(account.Object),
            new RecordMapping(Options.Create(new CaseEventOptions())),
            TimeProvider.System,
            NullLogger<TrutoWebhook>.Instance);
        var body = JsonSerializer.Serialize(new
        {
            id = "d1",
            @event = "record:updated",
            created_at = DateTimeOffset.UtcNow.ToString("O"),
            payload = Enumerable.Range(1, TrutoWebhook.RecordsAtOnce).Select(caseid => new { caseid }),
        });
        var request = Answer.Request(body, headers: (WebhookSignature.Header, TrutoSignature.Sign(body, Secret)));

        var answer = await Answer.OfAsync(await webhook.PostAsync(request, TestContext.Current.CancellationToken), request);

        Assert.Equal((StatusCodes.Status200OK, TrutoWebhook.RecordsAtOnce), (answer.Status, sent));
    }
}
