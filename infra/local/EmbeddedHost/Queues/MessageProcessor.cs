using Azure.Storage.Queues.Models;
using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>Works on one message: runs the function, then deletes the message, puts it back, or sets it aside.</summary>
internal sealed class MessageProcessor(
    FunctionDescriptor function,
    FunctionRunner runner,
    QueueWriter writer,
    IMessageQueue queue,
    IMessageQueue poison,
    QueueOptions options,
    TimeProvider time,
    ILogger logger)
{
    /// <summary>How long a message stays hidden while it is worked on; renewed at half of it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Works on the message; never throws.</summary>
    public async Task ProcessAsync(QueueMessage message, CancellationToken aborting)
    {
        using var done = new CancellationTokenSource();
        var holder = new MessageHolder(queue, message, time, logger);
        var holding = holder.HoldAsync(done.Token);
        var succeeded = await RunAsync(message, aborting);
        await done.CancelAsync();
        await holding;
        try
        {
            await FinishAsync(holder.Message, succeeded);
        }
#pragma warning disable CA1031 // The message comes back by itself when its lease ends.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.MessageNotSettled(e, message.MessageId, function.Name);
        }
    }

    private async Task<bool> RunAsync(QueueMessage message, CancellationToken aborting)
    {
        // More often than allowed: the host died on it, the last time too.
        if (message.DequeueCount > options.MaxDequeueCount)
        {
            return false;
        }

        try
        {
            var result = await runner.RunAsync(function, message, QueueTriggerData.Of(message), cancellationToken: aborting);
            await function.Outputs.WriteAsync(result, writer, aborting);
            return true;
        }
#pragma warning disable CA1031 // Whatever a function throws counts as an attempt.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.MessageFailed(e, function.Name, message.MessageId, message.DequeueCount);
            return false;
        }
    }

    private async Task FinishAsync(QueueMessage message, bool succeeded)
    {
        if (!succeeded && message.DequeueCount < options.MaxDequeueCount)
        {
            await queue.ReleaseAsync(message, options.VisibilityTimeout, CancellationToken.None);
            return;
        }

        if (!succeeded)
        {
            logger.MessagePoisoned(message.MessageId, function.Name);
            await poison.SendAsync(message.Body, CancellationToken.None);
        }

        await queue.DeleteAsync(message, CancellationToken.None);
    }
}
