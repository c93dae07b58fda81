using Azure.Storage.Queues;
using FuseDeskFlows.EmbeddedHost.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>
/// What an app is given that asks for Azure's own client of the queues where there is no storage account: the local queues behind the same type.
/// An app that registers its own client only if there is none yet runs unchanged here and on Azure.
/// </summary>
internal sealed class LocalQueueServiceClient(QueueProvider queues) : QueueServiceClient
{
    /// <summary>The client of the account that AzureWebJobsStorage names; without one, of the local queues.</summary>
    public static QueueServiceClient Create(IServiceProvider services)
    {
        const string setting = QueueAddress.DefaultConnection;
        return QueueProvider.ConnectionOf(services.GetRequiredService<IConfiguration>(), setting) is { } connection
            ? AzureQueueFactory.Account(setting, connection, services.GetRequiredService<HostRuntime>().HostJson.Queues.Base64)
            : new LocalQueueServiceClient(services.GetRequiredService<QueueProvider>());
    }

    public override QueueClient GetQueueClient(string queueName) =>
        new LocalQueueClient(queueName, (LocalMessageQueue)queues.Get(QueueAddress.Of(queueName, connection: null)));
}
