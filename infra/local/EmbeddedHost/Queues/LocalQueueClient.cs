using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>A local queue behind the type of Azure's client: sending, counting, peeking, receiving, delaying and deleting.</summary>
internal sealed class LocalQueueClient(string name, LocalMessageQueue queue) : QueueClient
{
    public override string Name => name;

    public override Task<Response> CreateIfNotExistsAsync(IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(LocalQueueResponse.Done);

    public override async Task<Response<SendReceipt>> SendMessageAsync(
        BinaryData message, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default)
    {
        // Nothing expires here; who reads the receipt would find a message that has none yet.
        if (visibilityTimeout > TimeSpan.Zero)
        {
            throw new NotSupportedException("A local queue sends messages that are visible at once.");
        }

        await queue.SendAsync(message, cancellationToken);
        return LocalQueueResponse.Of<SendReceipt>(null!);
    }

    public override async Task<Response<PeekedMessage[]>> PeekMessagesAsync(int? maxMessages = null, CancellationToken cancellationToken = default) =>
        LocalQueueResponse.Of<PeekedMessage[]>([.. await queue.PeekAsync(maxMessages ?? 1)]);

    public override async Task<Response<QueueProperties>> GetPropertiesAsync(CancellationToken cancellationToken = default) =>
        LocalQueueResponse.Of(QueuesModelFactory.QueueProperties(new Dictionary<string, string>(StringComparer.Ordinal), await queue.CountAsync()));

    public override async Task<Response<QueueMessage[]>> ReceiveMessagesAsync(
        int? maxMessages = null, TimeSpan? visibilityTimeout = null, CancellationToken cancellationToken = default) =>
        LocalQueueResponse.Of<QueueMessage[]>([.. await queue.ReceiveAsync(maxMessages ?? 1, visibilityTimeout ?? TimeSpan.FromSeconds(30), cancellationToken)]);

    public override async Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId, string popReceipt, string? messageText = null, TimeSpan visibilityTimeout = default, CancellationToken cancellationToken = default)
    {
        if (messageText is not null)
        {
            throw new NotSupportedException("A local queue does not change what a message says.");
        }

        await queue.ReleaseAsync(QueuesModelFactory.QueueMessage(messageId, popReceipt, string.Empty, 0), visibilityTimeout, cancellationToken);
        return LocalQueueResponse.Of<UpdateReceipt>(null!);
    }

    public override async Task<Response> DeleteMessageAsync(string messageId, string popReceipt, CancellationToken cancellationToken = default)
    {
        await queue.DeleteAsync(QueuesModelFactory.QueueMessage(messageId, popReceipt, string.Empty, 0), cancellationToken);
        return LocalQueueResponse.Done;
    }
}
