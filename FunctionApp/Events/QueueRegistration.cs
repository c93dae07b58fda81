using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Events;

/// <summary>Connects to the storage account that the Functions host uses, by the same settings.</summary>
internal static class QueueRegistration
{
    private const string Setting = "AzureWebJobsStorage";

    private static QueueClientOptions Options
    {
        get
        {
            // The encoding that queue triggers expect unless host.json says otherwise.
            var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
            options.MessageDecodingFailed += EncodeAsync;
            return options;
        }
    }

    /// <summary>Makes the client: by connection string, or by an identity where only the account is named.</summary>
    /// <exception cref="InvalidOperationException">No setting says where the queues are.</exception>
    public static QueueServiceClient Connect(IConfiguration settings)
    {
        if (settings[Setting] is { Length: > 0 } connection)
        {
            return new(connection, Options);
        }

        var account = settings.GetSection(Setting);
        var address = account["queueServiceUri"]
            ?? (account["accountName"] is { Length: > 0 } name ? $"https://{name}.queue.core.windows.net" : null);
        var identity = new DefaultAzureCredentialOptions { ManagedIdentityClientId = account["clientId"] };
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? new(uri, new DefaultAzureCredential(identity), Options)
            : throw new InvalidOperationException(
                $"Set {Setting} to a connection string, or {Setting}__accountName to the name of a storage account.");
    }

    // The host sets aside what a producer has not encoded, as it came; there it would keep all others from being read. Who receives it puts
    // it back encoded; who only looks passes it over.
    private static async Task EncodeAsync(QueueMessageDecodingFailedEventArgs failed)
    {
        if (failed.ReceivedMessage is { } message)
        {
            await failed.Queue.SendMessageAsync(
                message.Body,
                timeToLive: TimeSpan.FromSeconds(-1),
                cancellationToken: failed.CancellationToken);
            await failed.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, failed.CancellationToken);
        }
    }
}
