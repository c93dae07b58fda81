using Azure;
using Azure.Storage.Queues.Models;

namespace FuseDeskFlows.Events;

/// <summary>The events that could not be handled.</summary>
public sealed class PoisonMessages(CaseEventQueues queues, TimeProvider time)
{
    /// <summary>How many messages a queue hands out at once.</summary>
    public const int MaxMessages = 32;

    private static readonly TimeSpan VisibilityTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Asks the queue how long it is; the answer is approximate.</summary>
    /// <returns>How many there are; none if the queue was never needed.</returns>
    public Task<int> CountAsync(CancellationToken cancellationToken) => CaseEventQueues.CountAsync(queues.Poison, cancellationToken);

    /// <summary>Reads the oldest ones and leaves them there.</summary>
    /// <returns>At most <see cref="MaxMessages"/>.</returns>
    public async Task<IReadOnlyList<PoisonedEvent>> PeekAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await queues.Poison.PeekMessagesAsync(MaxMessages, cancellationToken);
            return
            [
                .. found.Value.Select(message => new PoisonedEvent { PoisonedAt = message.InsertedOn, Message = message.Body.ToString() }),
            ];
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            // The first poisoned message makes the queue.
            return [];
        }
    }

    /// <summary>Puts all that are there now back. A death in between leaves a message in both queues; what comes twice runs once.</summary>
    /// <returns>How many were put back.</returns>
    public async Task<int> ReplayAsync(CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        var replayed = 0;
        // To receive what is not encoded is to encode it, and the next look finds it; so a look that finds nothing is not yet the end.
        for (var idle = 0; idle < 2;)
        {
            var messages = await ReceiveAsync(cancellationToken);
            idle = messages.Length == 0 ? idle + 1 : 0;
            foreach (var message in messages)
            {
                await queues.SendAsync(message.Body, cancellationToken);
                await queues.Poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                replayed++;
            }

            // What fails again at once comes back here; it must not keep this going for ever.
            if (messages.Any(message => message.InsertedOn > started))
            {
                break;
            }
        }

        return replayed;
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await queues.Poison.ReceiveMessagesAsync(MaxMessages, VisibilityTimeout, cancellationToken)).Value;
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }
}
