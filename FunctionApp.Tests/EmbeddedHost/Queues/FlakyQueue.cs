using Azure.Storage.Queues.Models;
using FuseDeskFlows.EmbeddedHost.Queues;

namespace FuseDeskFlows.Tests.EmbeddedHost.Queues;

/// <summary>An empty queue that fails when it is waited for.</summary>
internal sealed class FlakyQueue : IMessageQueue
{
    private int _looks;

    public int Looks => Volatile.Read(ref _looks);

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int max, TimeSpan hide, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _looks);
        return Task.FromResult<IReadOnlyList<QueueMessage>>([]);
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => throw new IOException("The disk is full.");

    public Task SendAsync(BinaryData body, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<QueueMessage> RenewAsync(QueueMessage message, TimeSpan hide, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ReleaseAsync(QueueMessage message, TimeSpan delay, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteAsync(QueueMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();
}
