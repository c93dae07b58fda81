using Azure.Storage.Queues.Models;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>A queue in the state folder.</summary>
internal sealed class LocalMessageQueue(LocalQueueStore store, string name, TimeProvider time) : IMessageQueue
{
    private TaskCompletionSource _changed = New();

    public async Task SendAsync(BinaryData body, CancellationToken cancellationToken)
    {
        await store.SendAsync(name, body);
        Signal();
    }

    /// <summary>Reads messages that could be received, and leaves them there.</summary>
    public Task<IReadOnlyList<PeekedMessage>> PeekAsync(int max) => store.PeekAsync(name, max);

    /// <summary>Counts all messages, those included that are being worked on or wait.</summary>
    public Task<int> CountAsync() => store.CountAsync(name);

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int max, TimeSpan hide, CancellationToken cancellationToken) =>
        store.ReceiveAsync(name, max, hide);

    public async Task<QueueMessage> RenewAsync(QueueMessage message, TimeSpan hide, CancellationToken cancellationToken) =>
        await store.HideAsync(name, message.MessageId, message.PopReceipt, hide)
            ? message
            : throw new InvalidOperationException($"Message {message.MessageId} of queue {name} is held by somebody else.");

    public async Task ReleaseAsync(QueueMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        await store.ReleaseAsync(name, message.MessageId, message.PopReceipt, delay);
        Signal();
    }

    // Somebody who took it over will work on it once more; at least once is the promise.
    public Task DeleteAsync(QueueMessage message, CancellationToken cancellationToken) =>
        store.DeleteAsync(name, message.MessageId, message.PopReceipt);

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        // Taken before the look at the store: what is sent in between is not missed.
        var signal = Volatile.Read(ref _changed).Task;
        var wait = await store.NextVisibleAsync(name) is { } next ? next - time.GetUtcNow() : atMost;
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var delay = Task.Delay(wait < atMost ? wait : atMost, time, giveUp.Token);
        await Task.WhenAny(signal, delay);
        await giveUp.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void Signal() => Interlocked.Exchange(ref _changed, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
