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
        var options = Options(base64);
        options.MessageDecodingFailed += args => SetAsideAsync(connectionString, address, args);
        return Connect(address.Connection, () => new AzureMessageQueue(new QueueClient(connectionString, address.Name, options), time));
    }

    /// <summary>All queues of an account, for the app's own use.</summary>
    /// <exception cref="HostStartException">The connection string cannot be read; the message names its setting.</exception>
    public static QueueServiceClient Account(string setting, string connectionString, bool base64)
    {
        var options = Options(base64);
        options.MessageDecodingFailed += EncodeAsync;
        return Connect(setting, () => new QueueServiceClient(connectionString, options));
    }

    private static QueueClientOptions Options(bool base64) => new()
    {
        MessageEncoding = base64 ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None,
    };

    private static T Connect<T>(string setting, Func<T> connect)
    {
        try
        {
            return connect();
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new HostStartException($"The setting {setting} is not a connection string of Azure Storage: {e.Message}", e);
        }
    }

    // Where an app itself receives a message that is not base64, it is put back so that it can be read; where it only looks, it is passed over.
    private static async Task EncodeAsync(QueueMessageDecodingFailedEventArgs failed)
    {
        if (failed.ReceivedMessage is { } message)
        {
            await failed.Queue.SendMessageAsync(message.Body, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: failed.CancellationToken);
            await failed.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, failed.CancellationToken);
        }
    }

    // A message that is not base64 would otherwise spoil every batch that it is in.
    private static async Task SetAsideAsync(string connectionString, QueueAddress address, QueueMessageDecodingFailedEventArgs failed)
    {
        var poison = new QueueClient(connectionString, address.Poison.Name);
        await poison.CreateIfNotExistsAsync(cancellationToken: failed.CancellationToken);
        await poison.SendMessageAsync(failed.ReceivedMessage.Body, cancellationToken: failed.CancellationToken);
        await failed.Queue.DeleteMessageAsync(failed.ReceivedMessage.MessageId, failed.ReceivedMessage.PopReceipt, failed.CancellationToken);
    }
}
