using System.Collections.Concurrent;
using System.Threading.Channels;

namespace DurableSqlite.Dispatch;

/// <summary>Activities that are to run, in memory. What is cancelled before it runs is skipped.</summary>
internal sealed class ActivityQueue
{
    private readonly Channel<TaskMessage> _queue = Channel.CreateUnbounded<TaskMessage>();
    private readonly ConcurrentDictionary<long, bool> _open = new();

    public void Add(TaskMessage message)
    {
        _open[message.SequenceNumber] = true;
        _queue.Writer.TryWrite(message);
    }

    public async Task<TaskMessage?> NextAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        while (await ChannelReading.NextAsync(_queue.Reader, timeout, cancellationToken) is { } message)
        {
            if (IsOpen(message))
            {
                return message;
            }
        }

        return null;
    }

    public bool IsOpen(TaskMessage message) => _open.ContainsKey(message.SequenceNumber);

    /// <summary>Ended or cancelled: it does not run (again). False where that was known already.</summary>
    public bool Close(long id) => _open.TryRemove(id, out _);
}
