using Azure.Storage.Queues.Models;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>What a message says of itself.</summary>
internal static class QueueTriggerData
{
    /// <summary>The names by which functions can ask for it.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "QueueTrigger", "Id", "PopReceipt", "DequeueCount", "InsertionTime", "ExpirationTime", "NextVisibleTime",
    };

    /// <summary>Reads the message.</summary>
    public static TriggerData Of(QueueMessage message) => new(new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
    {
        ["QueueTrigger"] = message.Body.ToString(),
        ["Id"] = message.MessageId,
        ["PopReceipt"] = message.PopReceipt,
        ["DequeueCount"] = message.DequeueCount,
        ["InsertionTime"] = message.InsertedOn,
        ["ExpirationTime"] = message.ExpiresOn,
        ["NextVisibleTime"] = message.NextVisibleOn,
    });
}
