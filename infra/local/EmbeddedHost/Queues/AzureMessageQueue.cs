using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>A queue of Azure Storage.</summary>
internal sealed class AzureMessageQueue(QueueClient client, TimeProvider time) : IMessageQueue
{
    private bool _exists;

    public async Task SendAsync(BinaryData body, CancellationToken cancellationToken)
    {
        if (!_exists)
        {
            await client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            _exists = true;
        }

        await client.SendMessageAsync(body, cancellationToken: cancellationToken);
    }

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int max, TimeSpan hide, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.ReceiveMessagesAsync(max, hide, cancellationToken)).Value;
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            // As on Azure: who writes the first message creates the queue.
            return [];
        }
    }

    public async Task<QueueMessage> RenewAsync(QueueMessage message, TimeSpan hide, CancellationToken cancellationToken) =>
        message.Update(await client.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, hide, cancellationToken));

    public Task ReleaseAsync(QueueMessage message, TimeSpan delay, CancellationToken cancellationToken) =>
        IfHeldAsync(() => RenewAsync(message, delay, cancellationToken));

    public Task DeleteAsync(QueueMessage message, CancellationToken cancellationToken) =>
        IfHeldAsync(() => client.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken));

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => Task.Delay(atMost, time, cancellationToken);

    // As on Azure: a message that somebody else took over, or that the function itself delayed, is left alone.
    private static async Task IfHeldAsync(Func<Task> settle)
    {
        try
        {
            await settle();
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.PopReceiptMismatch || e.ErrorCode == QueueErrorCode.MessageNotFound)
        {
            // Not ours any more.
        }
    }
}
