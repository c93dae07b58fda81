using Azure.Storage.Queues.Models;
using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Events;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Triggers.Starting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.CaseEvents;

/// <summary>Takes case events from the queue and starts a run for each, once.</summary>
/// <param name="queues">The queues.</param>
/// <param name="records">What payloads say.</param>
/// <param name="options">How events are handled.</param>
/// <param name="logger">Tells of pauses that could not be set.</param>
public sealed class CaseEventTrigger(
    CaseEventQueues queues, RecordMapping records, IOptions<CaseEventOptions> options, ILogger<CaseEventTrigger> logger)
{
    private const double DelayFactor = 4;

    /// <summary>
    /// Handles a message. One that fails comes back after growing pauses; after the fifth attempt the host sets it aside.
    /// </summary>
    /// <exception cref="CaseEventException">The message is no case event, or does not say of which case.</exception>
    [Function("HandleCaseEvent")]
    public async Task RunAsync(
        [QueueTrigger(CaseEventQueues.Name)] QueueMessage message,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            EventMetrics.CountEvent(await HandleAsync(CaseEventMessage.Read(message.Body), client, cancellationToken));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            EventMetrics.CountEvent("failed");
            LogFailure(message, e);
            await DelayAsync(message, cancellationToken);
            throw;
        }
    }

    private async Task<string> HandleAsync(CaseEvent caseEvent, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (caseEvent.Payload is { } record && records.IsOwn(record))
        {
            return "own";
        }

        var request = new CaseEventRequest
        {
            EventId = caseEvent.Id,
            Type = caseEvent.Type,
            CaseId = caseEvent.CaseId ?? (caseEvent.Payload is { } payload ? records.CaseOf(payload) : null)
                ?? throw new CaseEventException(
                    $"The event has no caseId, and none of {CaseEventOptions.Section}:{nameof(CaseEventOptions.CaseIdPaths)} " +
                    "leads to one in its payload."),
            OccurredAt = caseEvent.OccurredAt,
            QuietPeriod = options.Value.QuietPeriod,
            MaxDelay = options.Value.MaxDelay,
            LoadPages = options.Value.LoadPages,
        };
        var id = RunId.FromKey(CaseEventFlow.Name, "event", caseEvent.Id);
        var start = await IdempotentStart.StartAsync(client, CaseEventFlow.Name, id, request, cancellationToken);
        return start.Started ? "started" : "duplicate";
    }

    private void LogFailure(QueueMessage message, Exception error)
    {
        if (message.DequeueCount < CaseEventQueues.Attempts)
        {
            logger.EventFailed(message.MessageId, message.DequeueCount, CaseEventQueues.Attempts, error.GetType().Name);
        }
        else
        {
            logger.EventPoisoned(message.MessageId, message.DequeueCount, error.GetType().Name);
        }
    }

    private async Task DelayAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        if (message.DequeueCount >= CaseEventQueues.Attempts)
        {
            return;
        }

        try
        {
            var delay = options.Value.RetryDelay * Math.Pow(DelayFactor, message.DequeueCount - 1);
            await queues.DelayAsync(message.MessageId, message.PopReceipt, delay, cancellationToken);
        }
        catch (Azure.RequestFailedException e)
        {
            // The host's own pause does as well.
            logger.PauseNotSet(message.MessageId, e.ErrorCode);
        }
    }
}
