using Azure.Storage.Queues.Models;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>A queue with Azure Storage's rules: a message that is received hides for a while, and comes back unless it is deleted.</summary>
internal interface IMessageQueue
{
    /// <summary>Adds a message.</summary>
    Task SendAsync(BinaryData body, CancellationToken cancellationToken);

    /// <summary>Takes up to <paramref name="max"/> messages, hides them for <paramref name="hide"/> and counts the attempt.</summary>
    Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int max, TimeSpan hide, CancellationToken cancellationToken);

    /// <summary>Hides a received message for that long from now on.</summary>
    /// <returns>The message with the receipt that it now has.</returns>
    Task<QueueMessage> RenewAsync(QueueMessage message, TimeSpan hide, CancellationToken cancellationToken);

    /// <summary>Puts a received message back, to be received again after the delay.</summary>
    Task ReleaseAsync(QueueMessage message, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Removes a received message.</summary>
    Task DeleteAsync(QueueMessage message, CancellationToken cancellationToken);

    /// <summary>Ends when it is worth looking again, after <paramref name="atMost"/> at the latest.</summary>
    Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken);
}
