using Azure.Storage.Queues;
using FuseDeskFlows.EmbeddedHost.Hosting;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>Connects to queues of Azure Storage.</summary>
internal static class AzureQueueFactory
{
    /// <summary>The queue.</summary>
    /// <exception cref="HostStartException">The connection string cannot be read; the message names its setting.</exception>
    public static AzureMessageQueue Connect(QueueAddress address, string connectionString, bool base64, TimeProvider time)
    {
        var options = new QueueClientOptions
        {
            MessageEncoding = base64 ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None,
        };
        options.MessageDecodingFailed += args => SetAsideAsync(connectionString, address, args);
        try
        {
            return new AzureMessageQueue(new QueueClient(connectionString, address.Name, options), time);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new HostStartException($"The setting {address.Connection} is not a connection string of Azure Storage: {e.Message}", e);
        }
    }

    // A message that is not base64 would otherwise spoil every batch that it is in.
    static async Task SetAsideAsync(string connectionString, QueueAddress address, QueueMessageDecodingFailedEventArgs failed)
    {
        var poison = new QueueClient(connectionString, address.Poison.Name);
        await poison.CreateIfNotExistsAsync(cancellationToken: failed.CancellationToken);
        await poison.SendMessageAsync(failed.ReceivedMessage.Body, cancellationToken: failed.CancellationToken);
        await failed.Queue.DeleteMessageAsync(failed.ReceivedMessage.MessageId, failed.ReceivedMessage.PopReceipt, failed.CancellationToken);
    }
}
