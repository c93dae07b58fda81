using Azure.Storage.Queues.Models;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>A queue in the state folder.</summary>
internal sealed class LocalMessageQueue(LocalQueueStore store, string name, TimeProvider time) : IMessageQueue
{
    TaskCompletionSource changed = New();

    public Task SendAsync(BinaryData body, CancellationToken cancellationToken)
    {
        store.Send(name, body);
        Signal();
        return Task.CompletedTask;
    }

    /// <summary>Reads messages that could be received, and leaves them there.</summary>
    public IReadOnlyList<PeekedMessage> Peek(int max) => store.Peek(name, max);

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int max, TimeSpan hide, CancellationToken cancellationToken) =>
        Task.FromResult(store.Receive(name, max, hide));

    public Task<QueueMessage> RenewAsync(QueueMessage message, TimeSpan hide, CancellationToken cancellationToken) =>
        store.Hide(name, message.MessageId, message.PopReceipt, hide)
            ? Task.FromResult(message)
            : throw new InvalidOperationException($"Message {message.MessageId} of queue {name} is held by somebody else.");

    public Task ReleaseAsync(QueueMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        store.Release(name, message.MessageId, message.PopReceipt, delay);
        Signal();
        return Task.CompletedTask;
    }

    public Task DeleteAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        // Somebody who took it over will work on it once more; at least once is the promise.
        store.Delete(name, message.MessageId, message.PopReceipt);
        return Task.CompletedTask;
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        // Taken before the look at the store: what is sent in between is not missed.
        var signal = Volatile.Read(ref changed).Task;
        var wait = store.NextVisible(name) is { } next ? next - time.GetUtcNow() : atMost;
        if (wait <= TimeSpan.Zero)
            return;

        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var delay = Task.Delay(wait < atMost ? wait : atMost, time, giveUp.Token);
        await Task.WhenAny(signal, delay);
        await giveUp.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    void Signal() => Interlocked.Exchange(ref changed, New()).TrySetResult();

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
