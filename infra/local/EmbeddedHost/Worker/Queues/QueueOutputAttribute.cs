using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Writes a result to a queue: a string or bytes as they are, a list as many messages, anything else as JSON.</summary>
/// <param name="queueName">The queue's name, or %setting%.</param>
public sealed class QueueOutputAttribute(string queueName) : OutputBindingAttribute
{
    /// <summary>The queue's name.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that holds the connection string; AzureWebJobsStorage if not set.</summary>
    public string? Connection { get; set; }
}
