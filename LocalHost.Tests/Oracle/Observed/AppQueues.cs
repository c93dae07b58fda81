using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using LocalHost.Tests.Oracle.Hosts;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>The queues that the app's functions are triggered by.</summary>
internal sealed class AppQueues
{
    private const string Setting = "AzureWebJobsStorage=";
    private readonly QueueServiceClient _queues;

    private AppQueues(string connectionString) => _queues = new QueueServiceClient(connectionString);

    /// <summary>Those of the app in a host: where they are, the worker's environment says.</summary>
    public static async Task<AppQueues> OfAsync(RestartableHost host, CancellationToken cancellationToken)
    {
        var environment = await File.ReadAllTextAsync($"/proc/{await host.WorkerAsync(cancellationToken)}/environ", cancellationToken);
        var setting = environment.Split('\0').Single(setting => setting.StartsWith(Setting, StringComparison.Ordinal));
        return new AppQueues(setting[Setting.Length..]);
    }

    /// <summary>Which delivery a logged call of a queue function was, as the function was told.</summary>
    public static string DequeueCount(JsonElement call) =>
        call.GetProperty("data").GetProperty("b").GetProperty("data").GetProperty("DequeueCount").GetString()!;

    /// <summary>Puts a message.</summary>
    public async Task SendAsync(string queue, string message, bool isBase64, CancellationToken cancellationToken)
    {
        var client = _queues.GetQueueClient(queue);
        await client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await client.SendMessageAsync(isBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(message)) : message, cancellationToken);
    }

    /// <summary>The messages that are in a queue and visible, as they were put, and how long they are kept.</summary>
    public async Task<IReadOnlyList<(string Text, TimeSpan Kept)>> PeekAsync(string queue, CancellationToken cancellationToken)
    {
        var client = _queues.GetQueueClient(queue);
        if (!await client.ExistsAsync(cancellationToken))
        {
            return [];
        }

        var messages = await client.PeekMessagesAsync(32, cancellationToken);
        return [.. messages.Value.Select(message => (message.Body.ToString(), message.ExpiresOn!.Value - message.InsertedOn!.Value))];
    }

    /// <summary>How many messages a queue holds, visible or not.</summary>
    public async Task<int> CountAsync(string queue, CancellationToken cancellationToken) =>
        (await _queues.GetQueueClient(queue).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
}
