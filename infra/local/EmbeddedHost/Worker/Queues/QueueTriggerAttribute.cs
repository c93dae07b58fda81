using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function for each message of a queue.</summary>
/// <param name="queueName">The queue's name, or %setting%.</param>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue's name.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that holds the connection string; AzureWebJobsStorage if not set.</summary>
    public string? Connection { get; set; }
}
