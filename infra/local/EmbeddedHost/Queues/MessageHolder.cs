using Azure.Storage.Queues.Models;
using FuseDeskFlows.EmbeddedHost.Hosting;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>Keeps a message hidden for as long as it is worked on.</summary>
internal sealed class MessageHolder(IMessageQueue queue, QueueMessage message, TimeProvider time, ILogger logger)
{
    /// <summary>The message with its current receipt.</summary>
    public QueueMessage Message { get; private set; } = message;

    /// <summary>Renews the lease until done; never throws.</summary>
    public async Task HoldAsync(CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(MessageProcessor.Lease / 2, time, done);
                Message = await queue.RenewAsync(Message, MessageProcessor.Lease, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // Done.
        }
#pragma warning disable CA1031 // The work goes on; at worst the message is worked on twice.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LeaseNotRenewed(e, Message.MessageId);
        }
    }
}
