using Azure.Storage.Queues.Models;
using FuseDeskFlows.EmbeddedHost.Hosting;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>Feeds a queue's messages to a function: in batches, several at a time.</summary>
internal sealed class QueueListener(IMessageQueue queue, MessageProcessor processor, QueueOptions options, TimeProvider time, ILogger logger)
{
    private readonly List<Task> _running = [];

    /// <summary>Listens until stopped; then waits for what is running.</summary>
    /// <param name="stopping">No more messages are taken.</param>
    /// <param name="aborting">What is running is told to end.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        var backoff = new PollingBackoff(options.MaxPollingInterval);
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var messages = await ReceiveAsync(backoff, stopping);
                if (messages.Count == 0)
                {
                    continue;
                }

                backoff.Reset();
                foreach (var message in messages)
                {
                    _running.Add(Task.Run(() => processor.ProcessAsync(message, aborting), CancellationToken.None));
                }

                await RoomAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while waiting.
        }

        await Task.WhenAll(_running);
    }

    // Where there is nothing, it waits until there may be something.
    private async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(PollingBackoff backoff, CancellationToken stopping)
    {
        try
        {
            var messages = await queue.ReceiveAsync(options.BatchSize, MessageProcessor.Lease, stopping);
            if (messages.Count == 0)
            {
                await queue.WaitAsync(backoff.Next(), stopping);
            }

            return messages;
        }
#pragma warning disable CA1031 // The queue may be away for a while; the next look comes after a pause.
        catch (Exception e) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.QueueNotRead(e);
            await Task.Delay(TimeSpan.FromSeconds(5), time, stopping);
            return [];
        }
    }

    private async Task RoomAsync(CancellationToken stopping)
    {
        _running.RemoveAll(t => t.IsCompleted);
        while (_running.Count > options.NewBatchThreshold)
        {
            await Task.WhenAny(_running).WaitAsync(stopping);
            _running.RemoveAll(t => t.IsCompleted);
        }
    }
}
