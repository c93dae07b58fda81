using System.Text.Json;
using FuseDeskFlows.Events;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Truto.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.CaseEvents;

/// <summary>
/// Takes Truto's deliveries. The messages are sent by a queue client and not by an output binding: on Azure the answer of an ASP.NET Core
/// function leaves before the host writes its outputs, so that a 200 would promise what may fail afterwards.
/// </summary>
/// <param name="options">How deliveries are checked.</param>
/// <param name="queues">Where their records go.</param>
/// <param name="mapping">What records say.</param>
/// <param name="time">Tells how old a delivery is.</param>
/// <param name="logger">Tells of refusals.</param>
public sealed class TrutoWebhook(
    IOptions<TrutoWebhookOptions> options, CaseEventQueues queues, RecordMapping mapping, TimeProvider time, ILogger<TrutoWebhook> logger)
{
    /// <summary>How many of a delivery's records are put into the queue at the same time.</summary>
    internal const int RecordsAtOnce = 16;

    private const string Queued = "queued";

    private readonly DeliveryReader _reader = new(options, time);

    /// <summary>Takes a delivery. Anybody may call; the signature decides.</summary>
    /// <returns>200 once every record is stored in the queue; problem details.</returns>
    [Function("TrutoWebhook")]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/truto")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (delivery, reason, problem) = await _reader.ReadAsync(request, cancellationToken);
        if (delivery is null)
        {
            EventMetrics.CountRefusal(reason);
            logger.DeliveryRefused(reason);
            return problem!.ToResult();
        }

        if (!delivery.HasRecords)
        {
            EventMetrics.CountRecord("other");
            return TypedResults.Ok();
        }

        // Nothing is taken of a delivery with a record that cannot be kept: a 200 promises all of it.
        var records = delivery.Records.Select(record => ToQueueMessage(delivery, record.Id, record.Record)).ToList();
        if (records.Exists(record => record is { Outcome: Queued, Message: null }))
        {
            EventMetrics.CountRefusal("too-large");
            logger.DeliveryRefused("too-large");
            return ApiProblem.RecordTooLarge(CaseEventMessage.MaxBytes).ToResult();
        }

        // One after another, the records of a large delivery would keep Truto waiting for longer than it waits.
        await Parallel.ForEachAsync(
            records,
            new ParallelOptions { MaxDegreeOfParallelism = RecordsAtOnce, CancellationToken = cancellationToken },
            async (record, cancelled) =>
            {
                if (record.Message is { } message)
                {
                    await queues.SendAsync(message, cancelled);
                }

                EventMetrics.CountRecord(record.Outcome);
            });

        return TypedResults.Ok();
    }

    private (string Outcome, BinaryData? Message) ToQueueMessage(WebhookDelivery delivery, string id, JsonElement record)
    {
        if (!mapping.MayBeCase(record))
        {
            return ("other", null);
        }

        if (mapping.IsOwn(record))
        {
            return ("own", null);
        }

        // A record without a case id is queued all the same: it ends among the poisoned ones, can be read there, and is put back once the
        // mapping is right. Nothing is lost to a setting.
        var caseEvent = new CaseEvent
        {
            Id = "truto:" + id,
            Type = delivery.Event,
            CaseId = mapping.CaseOf(record),
            OccurredAt = delivery.CreatedAt,
            Payload = record,
        };
        return (Queued, CaseEventMessage.Write(caseEvent));
    }
}
