using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace FuseDeskFlows.Events;

/// <summary>The queues of case events.</summary>
public sealed class CaseEventQueues(QueueServiceClient queues)
{
    /// <summary>Events to handle.</summary>
    public const string Name = "case-events";

    /// <summary>Events that could not be handled; the host puts them there after the last attempt.</summary>
    public const string PoisonName = "case-events-poison";

    /// <summary>How often a message is tried: host.json's <c>maxDequeueCount</c>.</summary>
    public const int Attempts = 5;

    private static readonly TimeSpan NoExpiry = TimeSpan.FromSeconds(-1);

    private readonly QueueClient _events = queues.GetQueueClient(Name);
    private readonly QueueClient _poison = queues.GetQueueClient(PoisonName);
    private volatile bool _exists;

    /// <summary>Events that could not be handled.</summary>
    public QueueClient Poison => _poison;

    /// <summary>Asks the queue how long it is; the answer is approximate.</summary>
    /// <returns>How many events wait to be handled; none if the queue was never needed.</returns>
    public Task<int> CountAsync(CancellationToken cancellationToken) => CountAsync(_events, cancellationToken);

    /// <summary>Puts an event into the queue.</summary>
    public async Task SendAsync(BinaryData message, CancellationToken cancellationToken)
    {
        if (!_exists)
        {
            await _events.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            _exists = true;
        }

        // Unless told so, a message is forgotten after seven days.
        await _events.SendMessageAsync(message, timeToLive: NoExpiry, cancellationToken: cancellationToken);
    }

    /// <summary>Lengthens the pause before the next attempt at a message: the host's own is always the same.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="popReceipt">Its receipt.</param>
    /// <param name="delay">The pause.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task DelayAsync(string messageId, string popReceipt, TimeSpan delay, CancellationToken cancellationToken) =>
        _events.UpdateMessageAsync(messageId, popReceipt, messageText: null, delay, cancellationToken);

    internal static async Task<int> CountAsync(QueueClient queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return 0;
        }
    }
}
